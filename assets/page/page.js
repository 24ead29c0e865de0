// A map that somebody looks at without the program: zoom, pan, phases, and what a card holds.
//
// All text is in the page already: the drawing is SVG, and below it an outline holds every card
// with all its fields. This script only moves the drawing (one CSS transform on the whole of it),
// and shows a card's part of the outline beside it. Things that belong together share a number:
// button #m12 in the drawing, <details> #d12 in the outline.
//
// A map with very many letters comes inside <noscript>, which is plain text as long as scripts run.
// Its boxes are drawn at once; the letters of a thing only while it is in view and can be read.
'use strict';
(() => {
  const find = (query, root = document) => root.querySelector(query);
  const every = (query, root = document) => [...root.querySelectorAll(query)];
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
  const box = (element) => element.dataset.b.split(' ').map(Number);
  const ZOOM_MAX = 4; // times the size at 100 %
  const READABLE = 0.4; // letters are left out below this zoom, on large maps
  const STEP = 1.25; // of a zoom by key or button
  const PAN = 80; // pixels, by key
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const narrow = matchMedia('(max-width: 640px)');
  const panel = find('.panel');
  const about = find('.about', panel);

  /* The maps ------------------------------------------------------------------------------- */

  // One for each journey: where its drawing is (x, y in pixels, z times its size), and its parts.
  const maps = every('.journey').map((article) => {
    const frame = find('.map', article);
    const held = find('noscript', frame);
    const letters = held ? withoutLetters(frame, held.textContent) : null;
    const sheet = find('.sheet', frame);
    const phases = every('.phases a', article);
    const labels = document.createElement('div');
    labels.className = 'labels';
    labels.ariaHidden = 'true';
    frame.append(labels);
    const lanes = every('.lane', sheet).map((lane) => {
      const label = document.createElement('span');
      label.textContent = find('.lane-title > title', lane)?.textContent ?? '';
      label.dir = 'auto';
      labels.append(label);
      return { label, y: box(lane)[1] };
    });
    const size = { width: sheet.width.baseVal.value, height: sheet.height.baseVal.value };
    return { article, frame, sheet, size, phases, labels, lanes, letters, x: 0, y: 0, z: 0, phase: -1 };
  });
  let now = maps[0];

  // Draws the boxes of a large map and keeps its letters: for each group that has some.
  function withoutLetters(frame, text) {
    const open = [];
    const groups = [];
    const rest = [];
    for (const line of text.split('\n')) {
      if (line.startsWith('<g fill')) {
        open.at(-1)?.push(line);
        continue;
      }
      if (line.startsWith('<g class')) {
        open.push([]);
        groups.push(open.at(-1));
      } else if (line === '</g>') {
        open.pop();
      }
      rest.push(line);
    }
    frame.innerHTML = rest.join('\n');
    const found = every('g[class]', frame).map((element, place) => {
      const [x, y, width, height] = box(element);
      const least = element.classList.contains('card') ? READABLE : READABLE / 2;
      return { element, least, x, y, right: x + width, bottom: y + height, lines: groups[place] };
    });
    return found.filter((group) => group.lines.length);
  }

  // Letters of what is in view and a little beyond; a few at a time, so that nothing stands still.
  function fillLetters(map) {
    const { width, height } = map.frame.getBoundingClientRect();
    const [left, top] = [(-map.x - width / 4) / map.z, (-map.y - height / 4) / map.z];
    const [right, bottom] = [left + 1.5 * width / map.z, top + 1.5 * height / map.z];
    const start = performance.now();
    for (const group of map.letters) {
      const wanted = map.z >= group.least && group.x < right && group.right > left &&
        group.y < bottom && group.bottom > top;
      if (wanted && !group.shown) {
        if (performance.now() - start > 12) {
          map.later = requestAnimationFrame(() => fillLetters(map));
          return;
        }
        const before = group.element.childElementCount;
        group.element.insertAdjacentHTML('beforeend', group.lines.join(''));
        group.shown = [...group.element.children].slice(before);
      } else if (!wanted && group.shown) {
        group.shown.forEach((letter) => letter.remove());
        group.shown = null;
      }
    }
  }

  /* The view ------------------------------------------------------------------------------- */

  const room = () => now.frame.getBoundingClientRect();
  const whole = () => {
    const { width, height } = room();
    return Math.min(width / now.size.width, height / now.size.height, 1);
  };

  // Puts the drawing's corner at x, y; it is never lost out of view.
  function look(x, y, z) {
    const { width, height } = room();
    if (!width) return;
    now.z = clamp(z, Math.min(whole(), 0.05), ZOOM_MAX);
    const within = (at, drawn, seen) =>
      drawn <= seen ? (seen - drawn) / 2 : clamp(at, seen - drawn - seen / 3, seen / 3);
    now.x = within(x, now.size.width * now.z, width);
    now.y = within(y, now.size.height * now.z, height);
    now.sheet.style.transform = `translate(${now.x}px,${now.y}px) scale(${now.z})`;
    const first = now.phases[0];
    const hidden = !first || now.x + first.dataset.x * now.z > 24 || now.z < 0.3;
    now.labels.hidden = hidden;
    if (!hidden) {
      now.labels.style.transform = `translateY(${now.y}px)`;
      for (const lane of now.lanes) lane.label.style.top = `${lane.y * now.z}px`;
    }
    if (now.letters) {
      const map = now;
      cancelAnimationFrame(map.later);
      clearTimeout(map.rest);
      map.rest = setTimeout(() => fillLetters(map), 80);
    }
  }

  let moving = 0;
  function glide(x, y, z) {
    cancelAnimationFrame(moving);
    if (still.matches || now.letters) return look(x, y, z);
    const from = { x: now.x, y: now.y, z: now.z };
    const start = performance.now();
    const step = (time) => {
      const part = clamp((time - start) / 220, 0, 1);
      const eased = 1 - (1 - part) ** 3;
      const between = (a, b) => a + (b - a) * eased;
      look(between(from.x, x), between(from.y, y), between(from.z, z));
      if (part < 1) moving = requestAnimationFrame(step);
    };
    moving = requestAnimationFrame(step);
  }

  function zoomAt(x, y, by, go = look) {
    const z = clamp(now.z * by, Math.min(whole(), 0.05), ZOOM_MAX);
    go(x - (x - now.x) * z / now.z, y - (y - now.y) * z / now.z, z);
  }

  function zoomMiddle(by) {
    const { width, height } = room();
    zoomAt(width / 2, height / 2, by, glide);
  }

  function mark(phase) {
    now.phase = phase;
    now.phases.forEach((link, place) => {
      if (place === phase) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
    const link = now.phases[phase];
    if (link) link.parentElement.scrollLeft = link.offsetLeft - 60;
  }

  function showWhole() {
    mark(-1);
    glide(0, 0, whole());
  }

  // The phase's columns fill the width; its header is at the top.
  function showPhase(place) {
    if (!now.phases.length) return;
    const phase = clamp(place, 0, now.phases.length - 1);
    mark(phase);
    const link = now.phases[phase];
    if (isText()) return find(link.hash).scrollIntoView();
    const { width } = room();
    const [left, wide] = [Number(link.dataset.x), Number(link.dataset.w)];
    const beside = width > 640 ? 150 : 16; // the lanes' names stand there
    const z = clamp((width - beside - 16) / wide, whole(), 1.25);
    glide(beside - left * z, 12 - now.article.dataset.y * z, z);
  }

  // Brings a thing of the drawing into view.
  function reveal(element) {
    const { width, height } = room();
    const [left, top, wide, high] = box(element);
    const z = Math.max(now.z, Math.min(0.7, width / wide));
    const [x, y] = [left * z + now.x, top * z + now.y];
    const free = panel.hidden || narrow.matches ? width : width - panel.offsetWidth;
    const inside = x > 0 && y > 0 && x + wide * z < free && y + high * z < height;
    if (!inside || z !== now.z) glide(free / 2 - (left + wide / 2) * z, height / 2 - (top + high / 2) * z, z);
  }

  /* Which journey, and as what ------------------------------------------------------------- */

  const isText = () => document.body.dataset.view === 'text';

  function show(map) {
    close(false);
    now = map;
    for (const each of maps) each.article.hidden = each !== map;
    every('.tabs a').forEach((tab) => {
      if (tab.hash === '#' + map.article.id) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    });
    if (!map.z) look(0, 0, whole());
  }

  function setView(view) {
    document.body.dataset.view = view;
    every('[data-do=map], [data-do=text]').forEach((button) => {
      button.ariaPressed = String(button.dataset.do === view);
    });
    if (view === 'map') look(now.x, now.y, now.z || whole());
  }

  /* What a card holds ---------------------------------------------------------------------- */

  let shown = null; // the number of the card in the panel
  const numberOf = (thing) => thing.dataset.of ?? thing.id.slice(1);

  function open(number) {
    const told = find('#d' + number, now.article);
    if (!told) return;
    every('.chosen').forEach((thing) => thing.classList.remove('chosen'));
    shown = Number(number);
    const title = document.createElement('h2');
    title.dir = 'auto';
    title.textContent = find('summary', told).textContent;
    about.replaceChildren(title, find('dl', told).cloneNode(true));
    about.scrollTop = 0;
    panel.hidden = false;
    const thing = find('#m' + number);
    thing?.classList.add('chosen');
    if (thing && !isText()) reveal(thing);
    if (!panel.contains(document.activeElement)) find('[data-do=close]').focus();
  }

  function close(back = true) {
    if (shown === null) return;
    const thing = find('#m' + shown);
    thing?.classList.remove('chosen');
    shown = null;
    panel.hidden = true;
    if (back) thing?.focus({ preventScroll: true });
  }

  const turn = (by) => shown !== null && open(shown + by);

  /* Hands ---------------------------------------------------------------------------------- */

  const deeds = {
    in: () => zoomMiddle(STEP),
    out: () => zoomMiddle(1 / STEP),
    whole: showWhole,
    next: () => showPhase(now.phase + 1),
    previous: () => showPhase(now.phase - 1),
    map: () => setView('map'),
    text: () => setView('text'),
    'next-card': () => turn(1),
    'previous-card': () => turn(-1),
    close: () => close(),
  };

  let dragged = false; // a drag is no click
  addEventListener('click', (event) => {
    const target = event.target;
    const button = target.closest('[data-do]');
    if (button) return deeds[button.dataset.do]();
    const phase = target.closest('.phases a');
    if (phase) {
      event.preventDefault();
      return showPhase(now.phases.indexOf(phase));
    }
    const tab = target.closest('.tabs a');
    if (tab) {
      event.preventDefault();
      return show(maps.find((map) => '#' + map.article.id === tab.hash));
    }
    const thing = target.closest('.sheet [role=button], .sheet [data-of]');
    if (thing && !dragged) open(numberOf(thing));
  });

  const fingers = new Map();
  for (const { frame } of maps) {
    const at = (event) => {
      const { left, top } = frame.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    frame.addEventListener('wheel', (event) => {
      event.preventDefault();
      cancelAnimationFrame(moving);
      const unit = event.deltaMode === 1 ? 16 : 1;
      const { x, y } = at(event);
      if (event.ctrlKey || event.metaKey) return zoomAt(x, y, Math.exp(-event.deltaY * unit / 300));
      const [dx, dy] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
      look(now.x - dx * unit, now.y - dy * unit, now.z);
    }, { passive: false });
    frame.addEventListener('pointerdown', (event) => {
      if (event.button) return;
      cancelAnimationFrame(moving);
      if (!fingers.size) dragged = false;
      fingers.set(event.pointerId, { ...at(event), start: at(event) });
    });
    frame.addEventListener('pointermove', (event) => {
      const finger = fingers.get(event.pointerId);
      if (!finger) return;
      const place = at(event);
      if (!dragged && Math.hypot(place.x - finger.start.x, place.y - finger.start.y) < 5) return;
      dragged = true;
      frame.setPointerCapture(event.pointerId);
      const other = [...fingers.values()].find((each) => each !== finger);
      if (other) {
        const apart = (a) => Math.max(Math.hypot(a.x - other.x, a.y - other.y), 1);
        zoomAt((place.x + other.x) / 2, (place.y + other.y) / 2, apart(place) / apart(finger));
      }
      const share = other ? 2 : 1; // two fingers together move it as one does
      look(now.x + (place.x - finger.x) / share, now.y + (place.y - finger.y) / share, now.z);
      Object.assign(finger, place);
    });
    const lift = (event) => fingers.delete(event.pointerId);
    frame.addEventListener('pointerup', lift);
    frame.addEventListener('pointercancel', lift);
    frame.addEventListener('focusin', (event) => {
      if (event.target.dataset.b && event.target.matches(':focus-visible')) reveal(event.target);
    });
  }

  const keys = {
    ArrowRight: () => (shown === null ? deeds.next() : turn(1)),
    ArrowLeft: () => (shown === null ? deeds.previous() : turn(-1)),
    ArrowUp: () => look(now.x, now.y + PAN, now.z),
    ArrowDown: () => look(now.x, now.y - PAN, now.z),
    n: deeds.next, p: deeds.previous, '+': deeds.in, '=': deeds.in, '-': deeds.out, 0: showWhole,
    Escape: () => (shown === null ? showWhole() : close()),
  };

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const thing = event.target.closest?.('.sheet [role=button]');
    if (thing && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      return open(numberOf(thing));
    }
    const deed = /^[1-9]$/.test(event.key) ? () => showPhase(event.key - 1) : keys[event.key];
    const scrolls = isText() && (event.key.startsWith('Arrow') || event.key === 'Escape');
    if (!deed || (scrolls && shown === null)) return;
    event.preventDefault();
    deed();
  });

  // What was shown whole stays whole when the window changes.
  let before = whole();
  addEventListener('resize', () => {
    const same = now.z === before;
    before = whole();
    if (!isText()) look(now.x, now.y, same || !now.z ? before : now.z);
  });

  document.body.classList.add('live');
  show(maps.find((map) => '#' + map.article.id === location.hash) ?? now);
  setView(narrow.matches ? 'text' : 'map');
  before = whole();
})();

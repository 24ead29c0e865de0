// A map that somebody looks at without the program: zoom, pan, phases, and what a card holds.
//
// All text is in the page already: the drawing is SVG, and below it an outline holds every card
// with all its fields. This script only moves the drawing (one CSS transform on the whole of it),
// and shows a card's part of the outline beside it. Things that belong together share a number:
// button #m12 in the drawing, <details> #d12 in the outline.
'use strict';
(() => {
  const find = (query, root = document) => root.querySelector(query);
  const every = (query, root = document) => [...root.querySelectorAll(query)];
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
  const box = (element) => element.dataset.b.split(' ').map(Number);
  const ZOOM_MAX = 4; // times the size at 100 %
  const STEP = 1.25; // of a zoom by key or button
  const PAN = 80; // pixels, by key
  const READABLE = 0.5; // times its size: letters can be read on a phone
  const narrow = matchMedia('(max-width: 640px)');
  const small = matchMedia('(max-width: 640px), (max-height: 480px)'); // a phone, either way up
  const panel = find('.panel');
  const about = find('.about', panel);

  /* The maps ------------------------------------------------------------------------------- */

  // One for each journey: where its drawing is (x, y in pixels, z times its size) in a frame of which
  // size, what of it was fitted to that (the 'whole' of it, a 'phase', or nothing), and its parts.
  const maps = every('.journey').map((article) => {
    const frame = find('.map', article);
    const held = find('noscript', frame);
    const groups = held ? letters.taken(frame, held.textContent) : null;
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
    return { article, frame, sheet, size, phases, labels, lanes, letters: groups,
      x: 0, y: 0, z: 0, width: 0, height: 0, fit: '', phase: -1 };
  });
  let now = maps[0];

  /* The view ------------------------------------------------------------------------------- */

  const room = () => now.frame.getBoundingClientRect();
  const whole = () => {
    const { width, height } = room();
    return Math.min(width / now.size.width, height / now.size.height, 1);
  };

  // Puts the drawing's corner at x, y; it is never lost out of view. While it moves it is one
  // picture; at rest it is drawn sharp. A large map stays a picture until its size is another.
  function look(x, y, z, glides = false, fit = '') {
    const { width, height } = room();
    if (!width) return;
    const map = now;
    Object.assign(map, { width, height, fit });
    map.z = clamp(z, Math.min(whole(), 0.05), ZOOM_MAX);
    const within = (at, drawn, seen) =>
      drawn <= seen ? (seen - drawn) / 2 : clamp(at, seen - drawn - seen / 3, seen / 3);
    map.x = within(x, map.size.width * map.z, width);
    map.y = within(y, map.size.height * map.z, height);
    map.sheet.classList.toggle('glides', glides && !map.letters);
    map.sheet.classList.add('moves');
    map.sheet.style.transform = `translate(${map.x}px,${map.y}px) scale(${map.z})`;
    map.labels.hidden = map.x > -16 || map.z < 0.3;
    if (!map.labels.hidden) {
      for (const lane of map.lanes) lane.label.style.top = `${map.y + lane.y * map.z}px`;
    }
    clearTimeout(map.rest);
    map.rest = setTimeout(() => {
      if (!map.letters || map.sharp !== map.z) map.sheet.classList.remove('moves', 'glides');
      map.sharp = map.z;
      if (map.letters) letters.fill(map);
    }, glides ? 300 : 120);
  }
  const glide = (x, y, z, fit) => look(x, y, z, true, fit);

  function zoomAt(x, y, by, go = look) {
    const z = clamp(now.z * by, Math.min(whole(), 0.05), ZOOM_MAX);
    go(x - (x - now.x) * z / now.z, y - (y - now.y) * z / now.z, z);
  }

  function zoomMiddle(by) {
    zoomAt(room().width / 2, room().height / 2, by, glide);
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

  function showWhole(go = glide) {
    mark(-1);
    go(0, 0, whole(), 'whole');
  }

  // The phase's columns fill the width; its header is at the top. On a phone they stand in the middle,
  // and what could not be read then begins at its left.
  function showPhase(place, go = glide) {
    if (!now.phases.length) return;
    const phase = clamp(place, 0, now.phases.length - 1);
    mark(phase);
    const link = now.phases[phase];
    if (isText()) return find(link.hash).scrollIntoView();
    const { width } = room();
    const [left, wide] = [Number(link.dataset.x), Number(link.dataset.w)];
    const beside = small.matches ? 16 : 150; // the lanes' names stand there
    const free = width - beside - 16;
    const [least, most] = small.matches ? [READABLE, 1] : [0, 1.25];
    const z = clamp(free / wide, Math.max(whole(), least), most);
    const middle = small.matches ? Math.max((free - wide * z) / 2, 0) : 0;
    now.placed = phase; // in the text another may be chosen
    go(beside + middle - left * z, 12 - now.article.dataset.y * z, z, 'phase');
  }

  const put = (x, y, z, fit) => look(x, y, z, false, fit);

  // As a map is seen first: on a phone its first phase, else all of it.
  const begin = () => (small.matches && now.phases.length ? showPhase(0, put) : showWhole(put));

  // The map as it was seen, in a frame that may have another size: what was fitted is fitted again,
  // and else what was in the middle stays there.
  function again() {
    if (!now.z) return begin();
    if (now.fit === 'whole') return showWhole(put);
    if (now.fit === 'phase') return showPhase(now.phase, put);
    const { width, height } = room();
    look(now.x + (width - now.width) / 2, now.y + (height - now.height) / 2, now.z);
  }

  // Brings a thing of the drawing into view.
  function reveal(element) {
    const { left, top, width, height } = room();
    const over = panel.getBoundingClientRect(); // the panel covers a side, or the lower part
    const right = panel.hidden || narrow.matches ? width : over.left - left;
    const bottom = panel.hidden || !narrow.matches ? height : over.top - top;
    const [x, y, wide, high] = box(element).map((length) => length * now.z);
    const [dx, dy] = [x + now.x, y + now.y];
    if (dx > 0 && dy > 0 && dx + wide < right && dy + high < bottom) return;
    glide((right - wide) / 2 - x, (bottom - high) / 2 - y, now.z);
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
    if (isText()) read();
    else again();
  }

  function setView(view) {
    document.body.dataset.view = view;
    every('[data-do=map], [data-do=text]').forEach((button) => {
      button.ariaPressed = String(button.dataset.do === view);
    });
    if (view === 'text') read();
    else if (now.phase >= 0 && now.phase !== now.placed) showPhase(now.phase, put);
    else again();
  }

  // The text begins at the phase that was chosen on the map.
  function read() {
    const link = now.phases[now.phase];
    if (link) find(link.hash).scrollIntoView({ behavior: 'instant' });
    else scrollTo({ top: 0, behavior: 'instant' });
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
    whole: () => showWhole(),
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
      const unit = event.deltaMode === 1 ? 16 : 1;
      const { x, y } = at(event);
      if (event.ctrlKey || event.metaKey) return zoomAt(x, y, Math.exp(-event.deltaY * unit / 300));
      const [dx, dy] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
      look(now.x - dx * unit, now.y - dy * unit, now.z);
    }, { passive: false });
    frame.addEventListener('pointerdown', (event) => {
      if (event.button) return;
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
    for (const lifted of ['pointerup', 'pointercancel']) {
      frame.addEventListener(lifted, (event) => fingers.delete(event.pointerId));
    }
    frame.addEventListener('focusin', (event) => {
      if (event.target.dataset.b && event.target.matches(':focus-visible')) reveal(event.target);
    });
  }

  const keys = {
    ArrowRight: () => (shown === null ? deeds.next() : turn(1)),
    ArrowLeft: () => (shown === null ? deeds.previous() : turn(-1)),
    ArrowUp: () => look(now.x, now.y + PAN, now.z),
    ArrowDown: () => look(now.x, now.y - PAN, now.z),
    n: deeds.next, p: deeds.previous, '+': deeds.in, '=': deeds.in, '-': deeds.out, 0: deeds.whole,
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

  addEventListener('resize', () => isText() || again());

  // The phase that is being read is the one that is chosen. At the end of the page several may be.
  addEventListener('scroll', () => {
    const page = document.documentElement;
    if (!isText() || scrollY + innerHeight > page.scrollHeight - 4) return;
    const begun = (link) => find(link.hash).getBoundingClientRect().top < 120;
    const phase = now.phases.findLastIndex(begun);
    if (phase !== now.phase) mark(phase);
  }, { passive: true });

  // On paper nothing can be opened.
  addEventListener('beforeprint', () => {
    for (const told of every('details:not([open])')) {
      told.open = true;
      told.dataset.closed = '';
    }
  });
  addEventListener('afterprint', () => {
    for (const told of every('details[data-closed]')) {
      told.open = false;
      delete told.dataset.closed;
    }
  });

  document.body.classList.add('live');
  document.body.dataset.view = small.matches ? 'text' : 'map';
  show(maps.find((map) => '#' + map.article.id === location.hash) ?? now);
  setView(document.body.dataset.view);
})();

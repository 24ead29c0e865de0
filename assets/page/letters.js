// The letters of a very large map.
//
// Half a million glyphs take a browser minutes. Such a map comes inside <noscript>, which is plain
// text as long as scripts run: its boxes are drawn at once, and the letters of a thing only while
// it is in view and large enough to be read. Each line of that text is one element, or the begin
// or the end of a group; lines of letters alone begin with '<g fill'.
'use strict';
const letters = (() => {
  const READABLE = 0.4; // the zoom from which cards have letters; what is larger has them sooner
  const AT_ONCE = 12; // milliseconds of work, then the browser may draw

  // Draws the boxes of `text` in `frame`; gives the groups that have letters, with their places.
  function taken(frame, text) {
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
    const elements = [...frame.querySelectorAll('g[class]')];
    return elements.map((element, place) => {
      const [x, y, width, height] = element.dataset.b.split(' ').map(Number);
      const least = element.classList.contains('card') ? READABLE : READABLE / 2;
      return { element, least, x, y, right: x + width, bottom: y + height, lines: groups[place] };
    }).filter((group) => group.lines.length);
  }

  // Sees to it that what is in view of `map`, and a little beyond, has its letters.
  function fill(map) {
    cancelAnimationFrame(map.later);
    const { width, height } = map.frame.getBoundingClientRect();
    const [left, top] = [(-map.x - width / 4) / map.z, (-map.y - height / 4) / map.z];
    const [right, bottom] = [left + 1.5 * width / map.z, top + 1.5 * height / map.z];
    const start = performance.now();
    for (const group of map.letters) {
      const wanted = map.z >= group.least && group.x < right && group.right > left &&
        group.y < bottom && group.bottom > top;
      if (wanted && !group.shown) {
        if (performance.now() - start > AT_ONCE) {
          map.later = requestAnimationFrame(() => fill(map));
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

  return { taken, fill };
})();

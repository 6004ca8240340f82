// What runs in the page: conveniences. Without it everything can be read all the same.

/** Plain script, written for a browser: it reaches the page as it stands here. */
export const script = `'use strict';
{
  const find = (id) => document.getElementById(id);

  // Details of a bar, on hover and on focus.
  const tip = find('tip');
  const hideTip = () => { tip.hidden = true; };
  const showTip = (bar, x, y) => {
    tip.textContent = '';
    const [first, ...rest] = bar.getAttribute('aria-label').split('; ');
    const heading = document.createElement('b');
    heading.textContent = first;
    tip.append(heading);
    for (const line of rest) {
      const row = document.createElement('div');
      row.textContent = line;
      tip.append(row);
    }
    tip.hidden = false;
    const { width, height } = tip.getBoundingClientRect();
    tip.style.left = Math.max(8, Math.min(x + 12, innerWidth - width - 8)) + 'px';
    tip.style.top = (y + 24 + height > innerHeight ? Math.max(8, y - height - 12) : y + 16) + 'px';
  };
  const plot = find('plot');
  if (plot) {
    // Of the bar alone: the box of its name is wider, where it is cut off.
    const boxOf = (bar) => bar.querySelector('rect').getBoundingClientRect();
    const barOf = (event) => event.target.closest('.bar');
    plot.addEventListener('mousemove', (event) => {
      const bar = barOf(event);
      if (bar) showTip(bar, event.clientX, event.clientY);
      else hideTip();
    });
    plot.addEventListener('mouseleave', hideTip);
    plot.addEventListener('focusin', (event) => {
      const bar = barOf(event);
      if (!bar) return;
      bar.querySelector('rect').scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const box = boxOf(bar);
      showTip(bar, Math.max(box.left, 0), box.bottom - 12);
    });
    plot.addEventListener('focusout', hideTip);

    // One bar is a stop of the tab key; arrows, Home and End move between bars, up and down between lanes.
    const lanes = [...plot.querySelectorAll('.lane')].map((lane) => [...lane.querySelectorAll('.bar')]);
    const stop = (bar) => {
      for (const other of plot.querySelectorAll('.bar[tabindex="0"]')) other.setAttribute('tabindex', '-1');
      bar.setAttribute('tabindex', '0');
    };
    for (const bar of lanes.flat()) bar.setAttribute('tabindex', '-1');
    if (lanes[0]) stop(lanes[0][0]);
    const middle = (bar) => { const box = boxOf(bar); return box.left + box.width / 2; };
    const nearest = (bars, to) => bars.reduce((best, bar) => (Math.abs(middle(bar) - middle(to)) < Math.abs(middle(best) - middle(to)) ? bar : best));
    plot.addEventListener('keydown', (event) => {
      const bar = barOf(event);
      if (event.key === 'Escape') hideTip();
      if (!bar || event.ctrlKey || event.altKey || event.metaKey) return;
      const lane = lanes.findIndex((bars) => bars.includes(bar));
      const at = lanes[lane].indexOf(bar);
      const near = (bars) => bars && nearest(bars, bar);
      const next = {
        ArrowRight: () => lanes[lane][at + 1], ArrowLeft: () => lanes[lane][at - 1], Home: () => lanes[lane][0], End: () => lanes[lane].at(-1),
        ArrowDown: () => near(lanes[lane + 1]), ArrowUp: () => near(lanes[lane - 1]),
      }[event.key];
      if (!next) return;
      event.preventDefault();
      const target = next();
      if (!target) return;
      stop(target);
      target.focus();
    });

    // A name that does not fit is not begun.
    const label = () => {
      const fits = lanes.flat().map((bar) => [bar.querySelector('text'), boxOf(bar).width]);
      for (const [text, width] of fits) text.style.visibility = width > 8 + 6.6 * text.textContent.length ? '' : 'hidden';
    };
    new ResizeObserver(label).observe(plot);

    // Zoom keeps the middle of what is seen where it is.
    const scroll = find('plot-scroll');
    let zoom = 1;
    const setZoom = (to) => {
      const middle = (scroll.scrollLeft + scroll.clientWidth / 2) / plot.clientWidth;
      zoom = Math.max(1, Math.min(to, 64));
      plot.style.width = zoom * 100 + '%';
      scroll.scrollLeft = middle * plot.clientWidth - scroll.clientWidth / 2;
      find('zoom-level').textContent = zoom + '×';
    };
    find('zoom-in').addEventListener('click', () => setZoom(zoom * 2));
    find('zoom-out').addEventListener('click', () => setZoom(zoom / 2));
    document.querySelector('.zoom').hidden = false;
  }

  // A link to a turn opens it.
  const open = () => {
    const target = location.hash.length > 1 && find(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.tagName === 'DETAILS') target.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', open);
  document.addEventListener('click', (event) => { if (event.target.closest('a[href^="#"]')) setTimeout(open); });
  open();

  // The filter: rows that do not match are hidden, and the folded ones open while there is something to look for.
  const filter = find('test-filter');
  if (filter) {
    let rows = null;
    const others = find('other-tests');
    let timer = 0;
    const apply = () => {
      rows ??= [...document.querySelectorAll('table.tests tbody tr')].map((row) => [row, row.textContent.toLowerCase()]);
      const wanted = filter.value.trim().toLowerCase();
      let matching = 0;
      for (const [row, text] of rows) {
        const hit = wanted === '' || text.includes(wanted);
        row.hidden = !hit;
        if (hit) matching += 1;
      }
      if (others && wanted !== '') others.open = true;
      for (const chunk of document.querySelectorAll('.chunk')) chunk.hidden = !chunk.querySelector('tbody tr:not([hidden])');
      find('test-count').textContent = wanted === '' ? '' : matching + ' of ' + rows.length;
    };
    filter.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(apply, 80); });
    filter.closest('.filter').classList.add('ready');
  }

  // Light, dark, or as the system has it.
  const theme = find('theme');
  const names = { '': 'automatic', light: 'light', dark: 'dark' };
  theme.hidden = false;
  theme.addEventListener('click', () => {
    const order = Object.keys(names);
    const next = order[(order.indexOf(document.documentElement.dataset.theme || '') + 1) % order.length];
    document.documentElement.dataset.theme = next;
    theme.textContent = 'Theme: ' + names[next];
  });
}
`;

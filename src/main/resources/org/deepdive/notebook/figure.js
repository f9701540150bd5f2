// Brings the figures of a notebook to life: the picture becomes a part of the page whose marks tell their numbers.
// The classic notebook runs scripts apart from their place, so every figure of the page is looked at, and done once.
document.querySelectorAll('.dd-figure:not([data-live])').forEach(function (figure) {
  var image = figure.querySelector('img.dd-picture'), body = document.body, tip = document.createElement('div');
  if (!image) return;
  // JupyterLab says which theme it has; elsewhere light text means a dark page.
  function theme() {
    var ink = getComputedStyle(figure).color.match(/[\d.]+/g) || [0, 0, 0], lab = body.dataset.jpThemeLight;
    var dark = lab ? lab === 'false' : 0.299 * ink[0] + 0.587 * ink[1] + 0.114 * ink[2] > 127;
    figure.dataset.theme = dark ? 'dark' : 'light';
  }
  var bytes = Uint8Array.from(atob(image.src.split(',')[1]), function (c) { return c.charCodeAt(0); });
  var parsed = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'image/svg+xml').documentElement;
  var svg = document.importNode(parsed, true);
  figure.dataset.live = 'svg';
  theme();
  new MutationObserver(theme).observe(body, {attributes: true});
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', theme);
  tip.className = 'dd-tip';
  tip.hidden = true;
  svg.querySelectorAll('.dd-mark').forEach(function (mark) {
    var title = mark.querySelector('title');
    mark.setAttribute('aria-label', title.textContent);
    mark.setAttribute('tabindex', '0');
    title.remove();
  });
  svg.querySelector('title').remove();
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', image.alt);
  image.replaceWith(svg);
  figure.appendChild(tip);
  function show(event) {
    var mark = event.target.closest('.dd-mark');
    tip.hidden = !mark;
    if (!mark) return;
    var box = mark.getBoundingClientRect(), frame = figure.getBoundingClientRect();
    tip.textContent = mark.getAttribute('aria-label');
    tip.style.left = Math.max(0, Math.min((event.clientX || box.right) - frame.left + 12, frame.width - tip.offsetWidth)) + 'px';
    tip.style.top = box.bottom - frame.top + 6 + 'px';
  }
  function hide() { tip.hidden = true; }
  svg.addEventListener('pointermove', show);
  svg.addEventListener('focusin', show);
  svg.addEventListener('pointerleave', hide);
  svg.addEventListener('focusout', hide);
});

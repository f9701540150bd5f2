// Brings one figure of a notebook to life: plotly where the page has it, else the picture itself as part of the page.
// The classic notebook runs scripts apart from their place, so figures are found by name, and done once.
(function (name, spec) {
  document.querySelectorAll('figure[data-figure="' + name + '"]:not([data-live])').forEach(function (figure) {
    var image = figure.querySelector('img.dd-picture');
    if (!image) return;
    var ink = getComputedStyle(figure).color.match(/[\d.]+/g) || [0, 0, 0];
    var dark = 0.299 * ink[0] + 0.587 * ink[1] + 0.114 * ink[2] > 127;
    var theme = spec.themes[dark ? 'dark' : 'light'];
    figure.dataset.theme = dark ? 'dark' : 'light';
    if (window.Plotly) {
      var div = document.createElement('div');
      image.replaceWith(div);
      figure.dataset.live = 'plotly';
      Plotly.newPlot(div, spec.data, spec.layout, spec.config).then(function () {
        theme.data.forEach(function (style, i) { Plotly.restyle(div, style, [i]); });
        Plotly.relayout(div, theme.layout);
      });
      return;
    }
    var bytes = Uint8Array.from(atob(image.src.split(',')[1]), function (c) { return c.charCodeAt(0); });
    var parsed = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'image/svg+xml').documentElement;
    var svg = document.importNode(parsed, true), tip = document.createElement('div');
    figure.dataset.live = 'svg';
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
})("FIGURE", "SPECIFICATION");

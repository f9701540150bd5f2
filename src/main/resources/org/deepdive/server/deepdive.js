// Makes a page that is complete without it interactive: plots answer to the pointer, the colours can be switched.
(() => {
  "use strict";

  const STORED_THEME = "deepdive-theme";
  const root = document.documentElement;
  const script = document.currentScript;
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const wideEnough = window.matchMedia("(min-width: 34.001rem)");
  const live = new Map();

  const stored = () => {
    try {
      return localStorage.getItem(STORED_THEME);
    } catch {
      return null;
    }
  };

  const theme = () => root.dataset.theme || (prefersDark.matches ? "dark" : "light");

  const showTheme = (chosen) => {
    if (chosen === "light" || chosen === "dark") {
      root.dataset.theme = chosen;
    }
    const other = theme() === "dark" ? "light" : "dark";
    const button = document.querySelector("button.theme");
    if (button) {
      button.hidden = false;
      button.textContent = other === "dark" ? "Dark" : "Light";
      button.setAttribute("aria-label", `Show the page in ${other} colours`);
    }
    live.forEach(draw);
  };

  const switchTheme = () => {
    const chosen = theme() === "dark" ? "light" : "dark";
    try {
      localStorage.setItem(STORED_THEME, chosen);
    } catch {
      // Without storage the choice holds for this page.
    }
    showTheme(chosen);
  };

  // plotly.js sets style attributes, which the page's policy refuses as inline styles; the same rules set on the
  // element's style object are allowed.
  const allowPlotlyStyles = () => {
    const setAttribute = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (name, value) {
      if (name === "style") {
        this.style.cssText = value;
      } else {
        setAttribute.call(this, name, value);
      }
    };
  };

  // Sets a value at a dotted path, such as "marker.color", as plotly's restyle does.
  const put = (target, path, value) => {
    const keys = path.split(".");
    const last = keys.pop();
    keys.reduce((at, key) => (at[key] ??= {}), target)[last] = value;
  };

  const themed = (spec) => {
    const { data, layout, themes } = structuredClone(spec);
    const colours = themes[theme()];
    colours.data.forEach((styles, i) => Object.entries(styles).forEach(([path, value]) => put(data[i], path, value)));
    Object.entries(colours.layout).forEach(([path, value]) => put(layout, path, value));
    layout.font = { ...layout.font, family: getComputedStyle(document.body).fontFamily };
    return { data, layout };
  };

  function draw(spec, target) {
    const { data, layout } = themed(spec);
    return window.Plotly.react(target, data, layout, { ...spec.config, displayModeBar: false });
  }

  const specs = new WeakMap();

  // The room that the plot will need, so that nothing moves when it takes the picture's place.
  const reserve = (plot) => {
    const spec = JSON.parse(plot.querySelector(".plot-spec").textContent);
    specs.set(plot, spec);
    plot.style.setProperty("--reserved", `${spec.layout.height}px`);
    return spec;
  };

  // The picture stands until the plot that replaces it is drawn.
  const hydrate = async (plot) => {
    const spec = specs.get(plot) ?? reserve(plot);
    const target = document.createElement("div");
    target.className = "plot-live";
    target.setAttribute("role", "img");
    target.setAttribute("aria-label", plot.querySelector(".plot-wide desc").textContent);
    Object.assign(target.style, { display: "block", position: "absolute", inset: "0", visibility: "hidden" });
    plot.append(target);
    await draw(spec, target);
    target.removeAttribute("style");
    plot.classList.add("live");
    live.set(target, spec);
    target.dispatchEvent(new CustomEvent("deepdive:plot", { bubbles: true }));
  };

  const loadPlotly = () =>
    new Promise((resolve, reject) => {
      allowPlotlyStyles();
      const plotly = document.createElement("script");
      plotly.src = script.dataset.plotly;
      plotly.addEventListener("load", resolve);
      plotly.addEventListener("error", reject);
      document.head.append(plotly);
    });

  // Two megabytes are worth it where there is a pointer's precision and room; elsewhere the picture is enough.
  const wantsPlotly = () =>
    wideEnough.matches && !(navigator.connection && navigator.connection.saveData);

  const watched = new WeakSet();
  let plotly;

  const hydrateAll = () => {
    const plots = [...document.querySelectorAll(".plot")].filter((plot) => !watched.has(plot));
    if (!wantsPlotly()) {
      return;
    }
    const near = new IntersectionObserver(
      (entries) =>
        entries
          .filter((entry) => entry.isIntersecting)
          .forEach((entry) => {
            near.unobserve(entry.target);
            plotly ??= loadPlotly();
            plotly.then(() => hydrate(entry.target)).catch(() => entry.target.classList.remove("live"));
          }),
      { rootMargin: "600px 0px" },
    );
    plots.forEach((plot) => {
      watched.add(plot);
      near.observe(plot);
    });
  };

  const addCopyButtons = () => {
    if (!navigator.clipboard) {
      return;
    }
    document.querySelectorAll(".doors > div").forEach((door) => {
      if (door.querySelector(".copy")) {
        return;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.setAttribute("aria-label", `Copy: ${door.querySelector("dt").textContent}`);
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(door.querySelector("code").textContent);
        button.textContent = "Copied";
        setTimeout(() => (button.textContent = "Copy"), 2000);
      });
      door.querySelector("dt").append(button);
    });
  };

  // Content that took the place of other content: its plots come alive, and those that went are let go.
  const enliven = () => {
    [...live.keys()].filter((target) => !target.isConnected).forEach((target) => {
      window.Plotly.purge(target);
      live.delete(target);
    });
    addCopyButtons();
    if (wantsPlotly()) {
      document.querySelectorAll(".plot:not(.live)").forEach((plot) => reserve(plot));
    }
    hydrateAll();
  };

  const whenIdle = window.requestIdleCallback || ((task) => setTimeout(task, 200));

  // Before the first paint, so that a page never flashes in the other colours.
  showTheme(stored());
  prefersDark.addEventListener("change", () => showTheme(stored()));
  document.addEventListener("DOMContentLoaded", () => {
    showTheme(stored());
    document.querySelector("button.theme").addEventListener("click", switchTheme);
    addCopyButtons();
    if (wantsPlotly()) {
      document.querySelectorAll(".plot").forEach((plot) => reserve(plot));
    }
  });
  document.addEventListener("deepdive:content", enliven);
  window.addEventListener("load", () => whenIdle(hydrateAll));
})();

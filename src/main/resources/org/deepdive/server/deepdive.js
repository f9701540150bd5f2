// Makes a page that is complete without it interactive: plots answer to the pointer, the colours can be switched, the
// contents tell where the reader is.
//
// For other scripts: a plot may be put into the page at any time, since everything here is asked of the document. The event
// "deepdive:wanted" at a plot, or at anything around plots, makes these interactive at once; each then sends
// "deepdive:live" with its specification and the element that plotly.js draws in.
// "deepdive:content" at anything says that its content was replaced.
(() => {
  "use strict";

  const STORED_THEME = "deepdive-theme";
  // Between two looks whether a page's numbers are there, in milliseconds, and how many looks before giving up.
  const BETWEEN_LOOKS = 1000;
  const LOOKS = 120;
  const root = document.documentElement;
  const script = document.currentScript;
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
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
      button.setAttribute("aria-label", `${button.textContent}: show the page in ${other} colours`);
    }
    live.forEach((spec, target) => (target.isConnected ? draw(spec, target) : live.delete(target)));
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

  // The specification is at an address that the plot names: those who only read need none.
  const specification = async (plot) => {
    const answer = await fetch(plot.dataset.spec, { headers: { Accept: "application/json" } });
    if (!answer.ok) {
      throw new Error(`The specification of a plot is not there: ${answer.status}`);
    }
    return answer.json();
  };

  let plotly;
  const loadPlotly = () =>
    (plotly ??= new Promise((resolve, reject) => {
      allowPlotlyStyles();
      const source = document.createElement("script");
      source.src = script.dataset.plotly;
      source.addEventListener("load", resolve);
      source.addEventListener("error", reject);
      document.head.append(source);
    }));

  // The picture stands until the plot that replaces it is drawn, in the same room.
  const hydrate = async (plot) => {
    const [spec] = await Promise.all([specification(plot), loadPlotly()]);
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
    plot.dispatchEvent(new CustomEvent("deepdive:live", { bubbles: true, detail: { spec, target } }));
  };

  // Where the picture has its full size the live plot fits into its place. On phones and narrow tablets it is made smaller,
  // and the picture is enough.
  const fits = (plot) => {
    const picture = plot.querySelector(".plot-wide svg");
    return picture && picture.getBoundingClientRect().height >= Number(picture.getAttribute("height")) - 0.5;
  };

  const started = new WeakSet();
  const want = (plot) => {
    if (plot.dataset.spec && !started.has(plot) && fits(plot) && !navigator.connection?.saveData) {
      started.add(plot);
      // Without plotly.js or a specification the picture stays, and says the same.
      hydrate(plot).catch(() => started.delete(plot));
    }
  };

  // plotly.js is fifteen times the rest of a page, so it is loaded for those who point at a plot, and for nobody who reads.
  const pointed = ({ target }) => {
    const plot = target.closest?.(".plot");
    if (plot) {
      want(plot);
    }
  };

  const wanted = ({ target }) => {
    const own = target.closest?.(".plot");
    (own ? [own] : target.querySelectorAll(".plot")).forEach(want);
  };

  const copy = async (text) => {
    await navigator.clipboard.writeText(text);
    const status = document.querySelector("[role=status].copied");
    status.textContent = "";
    requestAnimationFrame(() => (status.textContent = "Copied"));
    setTimeout(() => (status.textContent = ""), 2500);
  };

  const addCopyButtons = () => {
    document.querySelectorAll(".doors > div").forEach((door) => {
      if (door.querySelector(".copy")) {
        return;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.setAttribute("aria-label", `Copy: ${door.querySelector("dt").textContent}`);
      button.addEventListener("click", () => copy(door.querySelector("code, textarea, dd p").textContent));
      door.querySelector("dt").append(button);
    });
  };

  // Content took the place of other content: plots that went with it are let go.
  const renewed = () => {
    live.forEach((spec, target) => {
      if (!target.isConnected) {
        window.Plotly.purge(target);
        live.delete(target);
      }
    });
    if (navigator.clipboard) {
      addCopyButtons();
    }
  };

  // A heading is a link to itself; following it also copies its address.
  const copyHeading = ({ target }) => {
    const heading = target.closest?.("a.self");
    if (heading && navigator.clipboard) {
      copy(heading.href);
    }
  };

  // Marks in the contents the section that is being read: the last whose heading is above the upper third of the window.
  const followReading = () => {
    const links = [...document.querySelectorAll(".contents a[href^='#']")];
    const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    if (!links.length || !sections.every(Boolean)) {
      return;
    }
    let marked;
    const mark = () => {
      const line = innerHeight / 3;
      const below = sections.findIndex((section) => section.getBoundingClientRect().top > line);
      const atEnd = innerHeight + scrollY >= root.scrollHeight - 2;
      const current = links[atEnd || below < 0 ? links.length - 1 : Math.max(below - 1, 0)];
      if (current !== marked) {
        marked?.removeAttribute("aria-current");
        current.setAttribute("aria-current", "true");
        marked = current;
        const box = current.closest(".contents");
        if (box.scrollHeight > box.clientHeight) {
          box.scrollTop = current.offsetTop - box.clientHeight / 2;
        }
      }
    };
    let asked = false;
    addEventListener(
      "scroll",
      () => {
        if (!asked) {
          asked = true;
          requestAnimationFrame(() => {
            asked = false;
            mark();
          });
        }
      },
      { passive: true },
    );
    mark();
  };

  // A page that came before its numbers were there asks for itself again when they are.
  const awaitNumbers = () => {
    const waiting = document.querySelector("[data-wait]");
    if (!waiting) {
      return;
    }
    let looks = 0;
    const look = async () => {
      looks += 1;
      const ready = await fetch(waiting.dataset.wait).then((answer) => answer.ok, () => false);
      if (ready) {
        const page = await fetch(location.href).then((answer) => answer.text());
        const content = new DOMParser().parseFromString(page, "text/html").getElementById("content");
        document.getElementById("content").replaceChildren(...content.childNodes);
        document.getElementById("content").dispatchEvent(new Event("deepdive:content", { bubbles: true }));
      } else if (looks < LOOKS) {
        setTimeout(look, BETWEEN_LOOKS);
      }
    };
    setTimeout(look, BETWEEN_LOOKS);
  };

  // Before the first paint, so that a page never flashes in the other colours.
  showTheme(stored());
  prefersDark.addEventListener("change", () => showTheme(stored()));
  document.addEventListener("pointerover", pointed, { passive: true });
  document.addEventListener("deepdive:wanted", wanted);
  document.addEventListener("deepdive:content", renewed);
  document.addEventListener("click", copyHeading);
  document.addEventListener("DOMContentLoaded", () => {
    showTheme(stored());
    document.querySelector("button.theme").addEventListener("click", switchTheme);
    if (navigator.clipboard) {
      addCopyButtons();
    }
    followReading();
    awaitNumbers();
  });
})();

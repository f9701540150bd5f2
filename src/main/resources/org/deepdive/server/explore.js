// Changes a question without a page load. The page works as plain forms without it; every address comes from the page.
(() => {
  "use strict";

  const page = document.querySelector(".page.explore");
  const form = page?.querySelector("form.controls");
  if (!form) {
    return;
  }

  const answer = () => page.querySelector(".answer");
  const errorBox = page.querySelector("#live-error");
  const status = page.querySelector("#live-status");
  const PAUSE = 120;

  const say = (words) => (status.textContent = words);

  const element = (name, words, attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = words;
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };

  // Errors in the one shape that programs get; pages come as they are.
  const ACCEPT = { Accept: "application/json, */*;q=0.5" };

  const fetched = async (address, signal) => {
    const response = await fetch(address, { signal, headers: ACCEPT });
    const body = await response.text();
    if (!response.ok) {
      const shaped = response.headers.get("Content-Type")?.includes("application/json");
      throw Object.assign(new Error("refused"), {
        problem: shaped ? JSON.parse(body).error : { message: "The server gave no answer.", remedy: "Try again later." },
      });
    }
    return { address: response.url, document: new DOMParser().parseFromString(body, "text/html") };
  };

  const problemOf = (error) =>
    error.problem ?? { message: "The server cannot be reached.", remedy: "Try again when you are connected." };

  const problemIn = (box, { message, remedy, allowed = [] }) => {
    box.replaceChildren(element("p", message, { class: "problem" }));
    if (remedy) {
      box.append(element("p", remedy, { class: "remedy" }));
    } else if (allowed.length) {
      box.append(element("p", `Allowed: ${allowed.slice(0, 8).join(", ")}${allowed.length > 8 ? " …" : ""}`));
    }
  };

  /* The question's state is its address; the controls, the plot and the words follow from it. */

  let running = null;

  const busy = (is) => {
    page.classList.toggle("busy", is);
    answer().setAttribute("aria-busy", String(is));
  };

  const load = async (address, keep) => {
    running?.abort();
    const own = (running = new AbortController());
    busy(true);
    try {
      const next = await fetched(address, own.signal);
      show(next.document, next.address, keep);
    } catch (error) {
      if (error.name !== "AbortError") {
        refuse(problemOf(error));
      }
    } finally {
      if (running === own) {
        running = null;
        busy(false);
      }
    }
  };

  // The old answer stays, and says that it is the old one.
  const refuse = (problem) => {
    problemIn(errorBox, problem);
    errorBox.append(element("p", "The plot below is still that of the question before."));
    const back = element("button", "Back to that question", { type: "button" });
    back.addEventListener("click", () => {
      form.reset();
      settle();
      say("The question is as it was.");
    });
    errorBox.append(back);
    errorBox.hidden = false;
    answer().classList.add("stale");
  };

  const settle = () => {
    errorBox.hidden = true;
    errorBox.replaceChildren();
    answer().classList.remove("stale");
  };

  const show = (next, address, keep) => {
    const asked = next.querySelector(".page.explore form.controls");
    if (!asked) {
      location.assign(address);
      return;
    }
    settle();
    frame(next);
    document.querySelectorAll("[data-live]").forEach((part) => {
      part.replaceWith(document.importNode(next.querySelector(`[data-live="${part.dataset.live}"]`), true));
    });
    follow(asked);
    if (keep && address !== location.href) {
      history.pushState(null, "", address);
    }
    page.dispatchEvent(new CustomEvent("deepdive:content", { bubbles: true }));
    watch();
    say(`Now shown: ${page.querySelector("h1").textContent}. ${page.querySelector(".exhibit-subtitle").textContent}`);
  };

  // What stands around the content: title, canonical address, and what kind of data the numbers come from.
  const frame = (next) => {
    document.title = next.title;
    const canonical = next.querySelector("link[rel=canonical]")?.getAttribute("href");
    if (canonical) {
      document.querySelector("link[rel=canonical]")?.setAttribute("href", canonical);
    }
    document.body.className = next.body.className;
    const strip = next.querySelector(".practice-strip");
    document.querySelector(".practice-strip")?.remove();
    if (strip) {
      document.querySelector("main").before(document.importNode(strip, true));
    }
  };

  /* Controls are changed in place where they offer the same choices, so that the focus and open lists stay. */

  const offers = (control) =>
    [...control.querySelectorAll("select, option, input[type=checkbox]")]
      .map((e) => `${e.name ?? ""}=${e.tagName === "SELECT" ? "" : e.value}:${e.textContent}`)
      .join("\n");

  const follow = (asked) => {
    form.setAttribute("action", asked.getAttribute("action"));
    const focused = document.activeElement?.id;
    const wanted = [...asked.children].filter((control) => control.id);
    form.querySelectorAll(":scope > [id]").forEach((old) => {
      if (!wanted.some((control) => control.id === old.id)) {
        old.remove();
      }
    });
    let last = form.querySelector("h2");
    wanted.forEach((control) => {
      const old = form.querySelector(`:scope > #${control.id}`);
      if (old && offers(old) === offers(control)) {
        alike(old, control);
        last = old;
      } else {
        const fresh = document.importNode(control, true);
        if (old) {
          open(old, fresh);
          old.replaceWith(fresh);
        } else {
          last.after(fresh);
        }
        last = fresh;
      }
    });
    if (focused && document.activeElement?.id !== focused) {
      document.getElementById(focused)?.focus();
    }
  };

  const alike = (old, control) => {
    const fresh = [...control.querySelectorAll("select, input")];
    old.querySelectorAll("select, input").forEach((field, i) => {
      if (field.type === "checkbox") {
        field.checked = field.defaultChecked = fresh[i].checked;
      } else {
        field.value = fresh[i].value;
      }
    });
    const options = [...control.querySelectorAll("option")];
    old.querySelectorAll("option").forEach((option, i) => (option.defaultSelected = options[i].defaultSelected));
    const words = [...control.querySelectorAll(".chosen")];
    old.querySelectorAll(".chosen").forEach((chosen, i) => {
      chosen.textContent = words[i].textContent;
      chosen.closest("details").classList.toggle("active", words[i].textContent !== "");
    });
  };

  const open = (old, fresh) =>
    [old, ...old.querySelectorAll("details")].forEach((details) => {
      const same = fresh.id === details.id ? fresh : details.id && fresh.querySelector(`#${details.id}`);
      if (same && details.open) {
        same.open = true;
      }
    });

  const address = (asking) => {
    const fields = [...new FormData(asking)].filter(([, value]) => value !== "");
    return `${asking.action}?${new URLSearchParams(fields)}`;
  };

  // An answer that is on its way would set the control back that was just changed.
  let waiting;
  form.addEventListener("change", () => {
    running?.abort();
    clearTimeout(waiting);
    waiting = setTimeout(() => load(address(form), true), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    load(address(form), true);
  });
  window.addEventListener("popstate", () => load(location.href, false));

  /* Parts that cost more than the page are fetched once they come near. */

  const near = new IntersectionObserver(
    (entries) =>
      entries
        .filter((entry) => entry.isIntersecting)
        .forEach((entry) => {
          near.unobserve(entry.target);
          fill(entry.target);
        }),
    { rootMargin: "200px 0px" },
  );

  const watch = () => page.querySelectorAll(".lazy").forEach((lazy) => near.observe(lazy));

  const fill = async (lazy) => {
    const more = lazy.querySelector("p:last-child");
    try {
      const found = await fetched(more.querySelector("a").href);
      const part = document.importNode(found.document.querySelector(`[data-part="${lazy.dataset.take}"]`), true);
      const most = Number(lazy.dataset.most ?? Infinity);
      [...part.querySelectorAll("li")].slice(most).forEach((item) => item.remove());
      more.before(...part.childNodes);
    } catch (error) {
      const box = element("div", "", { class: "problem-in-place" });
      problemIn(box, problemOf(error));
      more.before(box);
    }
  };

  /* Two values are chosen from the lists or by clicking them in the plot, and their difference is tested in place. */

  const pairForm = () => page.querySelector(".pair form");
  let picked = [];

  const mark = () =>
    page.querySelectorAll("[data-cell]").forEach((cell) => {
      cell.classList.toggle("picked", picked.includes(cell.dataset.cell));
    });

  const pick = (key) => {
    const asking = pairForm();
    if (!asking || ![...asking.elements.first.options].some((option) => option.value === key)) {
      return;
    }
    picked = picked.length === 1 && picked[0] !== key ? [picked[0], key] : [key];
    mark();
    asking.elements.first.value = picked[0];
    if (picked.length === 2) {
      asking.elements.second.value = picked[1];
      test(asking);
    } else {
      const chosen = asking.elements.first.selectedOptions[0].text;
      page.querySelector(".pair-answer").replaceChildren(element("p", `${chosen} is chosen. Click another value.`));
    }
  };

  const test = async (asking) => {
    const box = page.querySelector(".pair-answer");
    box.setAttribute("aria-busy", "true");
    try {
      const found = await fetched(address(asking));
      const findings = document.importNode(found.document.querySelector('[data-part="findings"]'), true);
      findings.querySelectorAll("a").forEach((link) => link.remove());
      const link = element("p", "");
      link.append(element("a", "This comparison, with its plot and its link", { href: found.address }));
      box.replaceChildren(findings, link);
    } catch (error) {
      problemIn(box, problemOf(error));
    } finally {
      box.removeAttribute("aria-busy");
    }
  };

  page.addEventListener("submit", (event) => {
    if (event.target === pairForm()) {
      event.preventDefault();
      picked = [event.target.elements.first.value, event.target.elements.second.value];
      mark();
      test(event.target);
    }
  });
  page.addEventListener("click", (event) => {
    const cell = event.target.closest?.("[data-cell]");
    if (cell) {
      pick(cell.dataset.cell);
    }
  });
  page.addEventListener("deepdive:live", ({ detail }) => {
    detail.target.on("plotly_click", ({ points }) => points[0]?.customdata && pick(points[0].customdata));
  });
  page.addEventListener("deepdive:content", () => (picked = []));

  page.classList.add("scripted");
  watch();
})();

"use strict";
(() => {
  const root = document.documentElement;
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const get = (id) => document.getElementById(id);
  const parties = new Map(Object.entries(JSON.parse(get("parties").textContent)));
  const cards = find(".card");
  const marks = find(".mark");
  const texts = get("texts");
  const marksOf = new Map();
  for (const mark of marks) {
    for (const record of mark.dataset.records.split(" ")) {
      if (!marksOf.has(record)) marksOf.set(record, []);
      marksOf.get(record).push(mark);
    }
  }
  const kindOf = new Map(cards.map((card) => [card.id, card.dataset.kind]));
  const hidden = new Set();
  let selected = null;

  /* One place in a pane; the page itself moves only where the pane is out of sight. */
  const bring = (element) => {
    const pane = element.closest(".pane");
    if (pane && pane.scrollHeight > pane.clientHeight) {
      const box = element.getBoundingClientRect();
      const frame = pane.getBoundingClientRect();
      pane.scrollTop += box.top - frame.top - Math.max(60, (frame.height - box.height) / 3);
      if (frame.top > innerHeight * 0.6 || frame.bottom < innerHeight * 0.4) pane.scrollIntoView({ block: "end" });
    } else {
      element.scrollIntoView({ block: "center" });
    }
  };

  const select = (record) => {
    for (const element of find(".on")) element.classList.remove("on");
    selected = record;
    if (!record) return;
    for (const mark of marksOf.get(record) || []) mark.classList.add("on");
    for (const element of find(".entry, tr, .card, .network a")) {
      const own = [element.id, element.dataset.record, element.dataset.node, ...(element.dataset.meetings || "").split(" ")];
      if (own.includes(record)) element.classList.add("on");
    }
  };

  /* The first mark of a record in the article that says most of it */
  const mainMark = (record) => {
    const seen = (marksOf.get(record) || []).filter((mark) => !mark.classList.contains("off"));
    const amount = new Map();
    for (const mark of seen) {
      const article = mark.closest("article");
      amount.set(article, (amount.get(article) || 0) + mark.textContent.length);
    }
    const most = Math.max(...amount.values());
    return seen.find((mark) => amount.get(mark.closest("article")) === most);
  };

  const showText = (record, mark) => {
    select(record);
    const place = mark || mainMark(record);
    if (place) bring(place);
  };

  const reveal = (record) => {
    const card = get(record);
    if (!card || !card.classList.contains("card")) return null;
    if (card.hidden) clear();
    return card;
  };

  const showCard = (record, focus) => {
    const card = reveal(record);
    if (!card) return;
    select(record);
    bring(card);
    if (focus) rove(cards, card);
  };

  /* Filters */
  const fits = (card, who, words) =>
    !hidden.has(card.dataset.kind) &&
    (!who || card.id === who || (parties.get(card.id) || []).includes(who)) &&
    words.every((word) => card.dataset.words.includes(word));

  for (const card of cards) card.dataset.words = card.textContent.toLowerCase();

  const filter = () => {
    const who = get("who").value;
    const words = get("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = new Set();
    for (const card of cards) {
      card.hidden = !fits(card, who, words);
      if (!card.hidden) shown.add(card.id);
    }
    for (const group of find(".group")) {
      const rest = find(".card:not([hidden])", group).length;
      group.hidden = !rest;
      find(".amount", group)[0].textContent = rest;
    }
    for (const mark of marks) {
      const rest = mark.dataset.records.split(" ").filter((record) => shown.has(record));
      mark.classList.toggle("off", !rest.length);
      for (const kind of ["meeting", "visit", "statement", "person", "organization"]) {
        mark.classList.toggle(`k-${kind}`, rest.some((record) => kindOf.get(record) === kind));
      }
    }
    for (const entry of find(".entry").reverse()) {
      entry.hidden = !shown.has(entry.dataset.record) && !find(".entry:not([hidden])", entry).length;
    }
    for (const link of find(".network a")) {
      const own = link.dataset.node ? [link.dataset.node] : link.dataset.meetings.split(" ");
      link.classList.toggle("off", !own.some((record) => shown.has(record)) && (who !== "" || words.length > 0));
    }
    get("nothing").hidden = shown.size > 0;
    get("count").textContent = root.dataset.language === "ko" ? `기록 ${shown.size}건` : `${shown.size} records`;
    rove(cards, null);
    rove(marks, null);
  };

  const clear = () => {
    hidden.clear();
    get("search").value = "";
    get("who").value = "";
    for (const chip of find("[data-toggle]")) chip.setAttribute("aria-pressed", "true");
    filter();
  };

  get("search").addEventListener("input", filter);
  get("who").addEventListener("change", () => {
    filter();
    select(get("who").value || null);
  });
  for (const chip of find("[data-toggle]")) {
    chip.addEventListener("click", () => {
      const off = !hidden.delete(chip.dataset.toggle);
      if (off) hidden.add(chip.dataset.toggle);
      chip.setAttribute("aria-pressed", String(!off));
      filter();
    });
  }

  /* Links: from a mark to its record, from anywhere to a record or to a place in a text */
  const follow = (link, event) => {
    const target = link.getAttribute("href").slice(1);
    if (link.classList.contains("mark")) {
      const records = link.dataset.records.split(" ").filter((record) => !get(record).hidden);
      if (!records.length) return;
      event.preventDefault();
      const again = records.indexOf(selected);
      showCard(records[(again + 1) % records.length], false);
      rove(marks, link);
    } else if (get(target)?.classList.contains("mark")) {
      event.preventDefault();
      const owner = link.closest(".card, tr");
      showText(owner ? owner.id || owner.dataset.record : selected, get(target));
      rove(marks, get(target));
    } else if (kindOf.has(target)) {
      event.preventDefault();
      showCard(target, true);
      if (!link.closest(".texts")) showText(target);
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link) return follow(link, event);
    const card = event.target.closest(".card");
    if (card && !event.target.closest("summary, a") && String(getSelection()) === "") {
      rove(cards, card);
      showText(card.id);
    }
    return undefined;
  });

  /* Keys: one of the cards and one of the marks is in the order of Tab; arrows move between them */
  const rove = (list, to) => {
    const seen = list.filter((element) => !element.hidden && !element.classList.contains("off"));
    const now = to || seen.find((element) => element.tabIndex === 0) || seen[0];
    for (const element of list) element.tabIndex = element === now ? 0 : -1;
    if (to) to.focus({ preventScroll: true });
  };

  const step = (list, from, by) => {
    const seen = list.filter((element) => !element.hidden && !element.classList.contains("off"));
    const next = seen[seen.indexOf(from) + by];
    if (!next) return;
    rove(list, next);
    bring(next);
  };

  document.addEventListener("keydown", (event) => {
    const focus = document.activeElement;
    const typing = focus.matches("input, select");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !typing) {
      get("search").focus();
    } else if (event.key === "Escape") {
      if (selected) select(null);
      else clear();
      if (typing) focus.blur();
    } else if (focus.matches(".card") && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      step(cards, focus, event.key === "ArrowDown" ? 1 : -1);
    } else if (focus.matches(".card") && event.key === "Enter") {
      showText(focus.id);
    } else if (focus.matches(".mark") && event.key.startsWith("Arrow")) {
      step(marks, focus, event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : -1);
    } else {
      return;
    }
    event.preventDefault();
  });

  /* Language, theme, print */
  get("language").addEventListener("click", () => {
    const language = root.dataset.language === "ko" ? "en" : "ko";
    root.dataset.language = language;
    root.lang = language;
    for (const name of ["placeholder", "aria-label", "title", "label"]) {
      for (const element of find(`[data-${name}-${language}]`)) {
        element.setAttribute(name, element.getAttribute(`data-${name}-${language}`));
      }
    }
    for (const element of find(`[data-text-${language}]`)) element.textContent = element.getAttribute(`data-text-${language}`);
  });
  get("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  addEventListener("beforeprint", () => find("details").forEach((details) => (details.open = true)));

  filter();
  if (kindOf.has(location.hash.slice(1))) showCard(location.hash.slice(1), false);
  root.dataset.ready = "yes";
})();

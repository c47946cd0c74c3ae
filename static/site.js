// Enhancements only. Every page works without this file.
const $ = (s, r = document) => r.querySelector(s);

// Theme: auto -> light -> dark. Buttons marked .needs-js show only when theme.js has run.
const theme = $("[data-theme-toggle]");
if (theme) {
  const order = ["", "light", "dark"], root = document.documentElement;
  const label = () => (theme.title = theme.dataset["label" + (root.dataset.theme || "auto")] || "Theme: " + (root.dataset.theme || "auto"));
  label();
  theme.addEventListener("click", () => {
    const next = order[(order.indexOf(root.dataset.theme || "") + 1) % 3];
    if (next) root.dataset.theme = next; else delete root.dataset.theme;
    try { next ? localStorage.setItem("theme", next) : localStorage.removeItem("theme"); } catch {}
    label();
  });
}

// Ctrl/Cmd+K goes to the search field.
addEventListener("keydown", e => {
  if ((e.ctrlKey || e.metaKey) && e.code === "KeyK") { const q = $("input[type=search]"); if (q) { e.preventDefault(); q.focus(); q.select(); } }
});

// Copy buttons: <button data-copy="#id">
addEventListener("click", async e => {
  const b = e.target.closest("[data-copy]"); if (!b) return;
  await navigator.clipboard.writeText($(b.dataset.copy).innerText.trim());
  const was = b.textContent; b.textContent = b.dataset.done; setTimeout(() => (b.textContent = was), 1600);
});
addEventListener("click", e => { if (e.target.closest("[data-print]")) print(); });

// Addresses hold what was filled in, and nothing else; every form of a search hands on what was typed last.
const form = $("form[data-live]"), status = $("#status");
addEventListener("formdata", e => {
  if (form && e.target !== form) e.formData.set("q", form.q.value);
  for (const [name, value] of [...e.formData]) if (!value) e.formData.delete(name);
});

// A part of the page anew: each element that comes takes the place of the one with its id.
let asking;
const swap = async (url, part, ids) => {
  asking?.abort(); asking = new AbortController();
  const r = await fetch(url, { signal: asking.signal, headers: { "X-Fragment": part } });
  const doc = new DOMParser().parseFromString(await r.text(), "text/html");
  return ids.map(id => { const fresh = doc.getElementById(id), old = document.getElementById(id); if (fresh && old) old.replaceWith(fresh); return fresh; });
};
const unlessAborted = e => { if (e.name !== "AbortError") throw e; };

// What takes long to count comes after the results, from the link that stands in its place.
const count = () => { const a = $("[data-counts]"); if (a) swap(a.href, "counts", ["found", "ruler", "facets"]).catch(unlessAborted); };
count();

// Results as you type: swap #results, keep title and URL true, announce once the reader pauses.
if (form && $("#results")) {
  let timer, say, shown = location.search;
  const name = document.title.split(" — ").slice(-2);
  const go = async url => {
    const q = form.q.value.trim(), [fresh] = await swap(url, "results", ["results"]);
    if (!fresh) return location.assign(url);
    history.replaceState(null, "", url); shown = location.search;
    const other = $("[data-edition]"); if (other) other.search = shown;
    document.title = (q ? [q, ...name] : name).join(" — ");
    const error = $("#q-error");
    form.q.setAttribute("aria-invalid", !!error);
    form.q.setAttribute("aria-describedby", error ? "q-error" : "livehint");
    say = setTimeout(() => (status.textContent = fresh.dataset.summary), 900);
    count();
  };
  form.addEventListener("input", () => {
    clearTimeout(timer); clearTimeout(say);
    timer = setTimeout(() => { const u = new URL(form.action); u.search = new URLSearchParams(new FormData(form)); go(u).catch(e => { if (e.name !== "AbortError") location.assign(u); }); }, 300);
  });
  form.addEventListener("submit", () => { clearTimeout(timer); asking?.abort(); });
  addEventListener("popstate", () => { if (location.search !== shown) location.reload(); });
}

// Suggestions: links under the large search field. The arrow keys go to them, Escape away.
const field = $(".find--lg input"), box = $("#suggestions");
if (field && box) {
  let timer, ctl;
  const close = () => { clearTimeout(timer); ctl?.abort(); box.hidden = true; };
  const line = s => {
    const li = document.createElement("li"), a = document.createElement("a"), kind = box.dataset[s.kind], label = document.createElement("bdi");
    a.href = s.address; label.lang = s.language; label.dir = s.direction; label.textContent = s.label;
    a.lang = s.language; a.dir = s.direction; a.append(label);
    if (kind) { const small = document.createElement("small"); small.lang = document.documentElement.lang; small.textContent = kind; a.append(small); }
    li.append(a); return li;
  };
  const suggest = async () => {
    const q = field.value.trim();
    if (q.length < 2) return close();
    ctl?.abort(); ctl = new AbortController();
    const r = await fetch(box.dataset.address + "?" + new URLSearchParams({ q }), { signal: ctl.signal });
    if (!r.ok) return close();
    const { suggestions } = await r.json();
    box.firstElementChild.replaceChildren(...suggestions.map(line));
    box.hidden = !suggestions.length || document.activeElement !== field;
  };
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => suggest().catch(unlessAborted), 150); });
  field.form.addEventListener("submit", close);
  box.addEventListener("mousedown", e => e.preventDefault()); // a click does not take the focus away first
  const find = box.parentElement;
  find.addEventListener("focusout", e => { if (!find.contains(e.relatedTarget)) close(); });
  find.addEventListener("keydown", e => {
    if (box.hidden) return;
    const links = [...box.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    if (e.key === "Escape") { e.preventDefault(); close(); field.focus(); }
    else if (e.key === "ArrowDown") { e.preventDefault(); links[Math.min(at + 1, links.length - 1)].focus(); }
    else if (e.key === "ArrowUp" && at >= 0) { e.preventDefault(); (links[at - 1] || field).focus(); }
  });
}

// The ruler: drag across bars to set the days, release to apply.
let from, to;
const barAt = e => {
  const r = from.parentElement.getBoundingClientRect(), y = Math.max(r.top + 8, Math.min(e.clientY, r.bottom - 8));
  return document.elementFromPoint(e.clientX, y)?.closest("[data-brush] > li");
};
const chosen = () => {
  const bars = [...from.parentElement.children], [i, j] = [bars.indexOf(from), bars.indexOf(to)].sort((x, y) => x - y);
  return to && to !== from ? bars.slice(i, j + 1) : [];
};
const paint = bars => { for (const li of from.parentElement.children) li.firstElementChild.classList.toggle("in", bars.includes(li)); };
addEventListener("pointerdown", e => { if (e.pointerType === "mouse" && e.button === 0) { from = e.target.closest("[data-brush] > li"); to = null; } });
addEventListener("dragstart", e => { if (e.target.closest?.("[data-brush]")) e.preventDefault(); });
addEventListener("pointermove", e => {
  if (!from) return;
  if (!e.buttons) { paint([]); from = null; return; }
  to = barAt(e) || to; paint(chosen());
});
addEventListener("pointerup", () => {
  const bars = from ? chosen() : []; from = null;
  if (!bars.length) return;
  const f = document.forms.when;
  f.from.value = bars[0].dataset.from; f.to.value = bars.at(-1).dataset.to; f.requestSubmit();
});

// What only a reader's own clock can tell: which date comes next, how long it is until then, and where today stands on
// a timeline. The pages hold the rules and all dates, and can be read without this file. It works from file:// and with
// Material's instant navigation, and stores nothing.

(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split(" ");
  const DAY = 24 * 60 * 60 * 1000;

  /** The day where the reader is, as three numbers: dates on the pages have no time and no time zone. */
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  };

  const parts = (iso) => iso.split("-").map(Number);
  const iso = ([year, month, day]) => [String(year).padStart(4, "0"), ...[month, day].map((n) => String(n).padStart(2, "0"))].join("-");
  const words = ([year, month, day]) => `${day} ${MONTHS[month - 1]} ${year}`;
  const number = ([year, month, day]) => Date.UTC(year, month - 1, day) / DAY;

  /** Whole months between two days, as a calendar counts them: to the 28th of February it is a month from the 31st of January. */
  function monthsBetween(from, to) {
    const lastOfMonth = new Date(Date.UTC(to[0], to[1], 0)).getUTCDate();
    const whole = to[2] >= Math.min(from[2], lastOfMonth);
    return (to[0] - from[0]) * 12 + to[1] - from[1] - (whole ? 0 : 1);
  }

  const counted = (n, one, many) => `${n} ${n === 1 ? one : many}`;

  /** «i dag», «om 3 dagar», «om 7 månader», «om 2 år och 3 månader». */
  function timeLeft(from, to) {
    const days = number(to) - number(from);
    if (days < 2) return ["i dag", "i morgon"][days];
    const months = monthsBetween(from, to);
    if (months < 2) return `om ${counted(days, "dag", "dagar")}`;
    if (months < 24) return `om ${counted(months, "månad", "månader")}`;
    const rest = months % 12;
    return `om ${counted(Math.floor(months / 12), "år", "år")}` + (rest ? ` och ${counted(rest, "månad", "månader")}` : "");
  }

  // --- tables ---

  /** Marks the next date of a row and says how far it is. Returns it, or nothing when all dates have passed. */
  function showNext(row, now) {
    const here = iso(now);
    const dates = [...new Set(all("time", row).map((time) => time.dateTime))].sort();
    const next = dates.find((date) => date >= here);
    const line = row.querySelector("[data-next]");
    line.hidden = false;
    line.classList.toggle("aa-days__next--none", !next);
    line.replaceChildren();
    if (next) {
      const date = document.createElement("b");
      date.textContent = words(parts(next));
      line.append(dates.length > 1 ? "Nästa: " : "Kommer: ", date, timeLeft(now, parts(next)));
    } else line.append(dates.length > 1 ? "Alla datum i serien har passerat." : "Datumet har passerat.");
    all("li time", row).forEach((time) => {
      time.classList.toggle("aa-is-past", time.dateTime < here);
      time.classList.toggle("aa-is-next", time.dateTime === next);
      if (time.dateTime === next && !time.nextSibling) time.after(" (nästa)");
    });
    return next;
  }

  /** What comes first stands first; what has passed stands last, in the order that it had. */
  function sortRows(table, now) {
    const rows = all("[data-series]", table).map((row) => ({ row, next: showNext(row, now) ?? "9999" }));
    rows.sort((a, b) => (a.next < b.next ? -1 : a.next > b.next ? 1 : 0));
    if (rows.length) rows[0].row.parentElement.append(...rows.map(({ row }) => row));
    const order = table.querySelector("[data-order]");
    if (order) order.textContent = `Det som kommer närmast efter i dag, ${words(now)}, står överst.`;
  }

  // --- reviews ---

  /** How long each text has left until it is to be read again, and for how many the day has passed. */
  function showDue(table, now) {
    const rows = all("[data-due]", table).map((due) => {
      const date = due.querySelector("time").dateTime;
      const passed = date < iso(now);
      const line = due.parentElement.querySelector("[data-left]");
      const told = document.createElement(passed ? "strong" : "span");
      told.className = passed ? "aa-stale" : "";
      told.textContent = passed ? "Dagen har passerat." : `Det är ${timeLeft(now, parts(date))}.`;
      line.replaceChildren(told, passed ? " Det är dags att läsa texten igen." : "");
      line.hidden = false;
      return passed;
    });
    const count = table.querySelector("[data-due-count]");
    count.textContent = ` I dag, ${words(now)}, har dagen passerat för ${rows.filter(Boolean).length} av ${rows.length}.`;
    count.hidden = false;
  }

  // --- timelines ---

  function element(name, attributes, text = "") {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.textContent = text;
    return made;
  }

  /** A dashed line where today stands, with its name. */
  function drawToday(svg, now) {
    if (svg.querySelector(".aa-time__today")) return;
    const { first, year, left, last } = svg.dataset;
    const start = number([now[0], 1, 1]);
    const at = now[0] + (number(now) - start) / (number([now[0] + 1, 1, 1]) - start);
    if (at < Number(first) || at > Number(last)) return;
    const x = Number(left) + (at - Number(first)) * Number(year);
    const { width, height } = svg.viewBox.baseVal;
    const end = x > width - 60;
    svg.append(
      element("line", { class: "aa-time__today", x1: x, x2: x, y1: 24, y2: height }),
      element("text", { class: "aa-time__today-name", x: end ? x - 6 : x + 6, y: 34, "text-anchor": end ? "end" : "start" }, "i dag"),
    );
  }

  // --- start ---

  function onPage() {
    const now = today();
    all("[data-days]").forEach((table) => sortRows(table, now));
    all("[data-due-table]").forEach((table) => showDue(table, now));
    all("[data-timeline] svg[data-first]").forEach((svg) => drawToday(svg, now));
  }

  // Material tells of every page that instant navigation brings, but of none at all under file://.
  if (typeof document$ !== "undefined") document$.subscribe(onPage);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", onPage);
  else onPage();
})();

// Choose and compare: the chosen agreements side by side, a row per topic. The markup is the same as on topic pages.

(() => {
  const { make, button } = Avtalsatlas;
  const { VERDICTS } = Avtalsatlas.choice;

  /** A status as everywhere on the site: sign, word and outline. It leads somewhere when it has an address. */
  function status(data, id, address = "", small = true) {
    const mark = make("span", { className: "aa-status__mark", aria: { hidden: "true" } });
    const name = `aa-status aa-status--${id}${small ? " aa-status--small" : ""}`;
    return make(address ? "a" : "span", { className: name, ...(address && { href: address }) }, mark, ` ${data.statuses[id]}`);
  }

  /** What the editors add to a fact. */
  const remarks = (fact) => [
    fact.note ? make("p", { className: "aa-note" }, make("b", {}, "Kommentar:"), ` ${fact.note}`) : "",
    fact.because ? make("p", { className: "aa-note" }, make("b", {}, "Varför så:"), ` ${fact.because}`) : "",
  ];
  const refers = (fact) => (fact.to ? make("p", { className: "aa-fact__to" }, `Hänvisar till: ${fact.to}`) : "");

  /** The table. `at` makes an address of the data one of this page, `hide` takes away a topic, `missing` words that failed. */
  function table(data, view, { at, hide, missing }) {
    const { agreements } = view;

    function factOf(fact, mute) {
      const quote = make(
        "details",
        { className: "aa-quote" },
        make("summary", {}, "Avtalets ord", make("span", { className: "aa-hidden" }, ` om: ${fact.says}`)),
        make("blockquote", {}, make("p", {}, `«${fact.quote}»`)),
        remarks(fact),
      );
      return make(
        "div",
        { className: "aa-fact" },
        make("p", { className: "aa-fact__says" }, fact.status === mute ? "" : status(data, fact.status), ` ${fact.says}`),
        refers(fact),
        quote,
        make("p", { className: "aa-fact__source" }, make("a", { className: "aa-clause", href: at(fact.url) }, fact.clause)),
      );
    }

    /** An answer at a glance: its values, or how many sentences there are to read, each leading to the words. */
    function shortCell(agreement, row, answer) {
      const count = view.facts(agreement, row).length;
      const told = answer.brief.length ? answer.brief.join(" · ") : count ? `${count} ${count === 1 ? "uppgift" : "uppgifter"} att läsa` : "";
      return make(
        "td",
        { role: "cell", data: { label: agreement.name } },
        answer.status === "stated" && told ? "" : status(data, answer.status, at(answer.url), false),
        answer.also.map((id) => make("span", { className: "aa-also" }, `delvis ${data.statuses[id].toLowerCase()}`)),
        told ? make("p", {}, make("a", { className: "aa-key", href: at(answer.url) }, told)) : "",
      );
    }

    function cell(agreement, row, answer) {
      const facts = view.facts(agreement, row);
      const waits = !view.about(agreement) && !["silent", "unread"].includes(answer.status);
      return make(
        "td",
        { role: "cell", data: { label: agreement.name } },
        answer.status === "stated" && facts.length ? "" : status(data, answer.status, at(answer.url), false),
        answer.also.map((id) => make("span", { className: "aa-also" }, `delvis ${data.statuses[id].toLowerCase()}`)),
        answer.brief.length ? make("p", { className: "aa-brief" }, answer.brief.map((words) => make("span", {}, words))) : "",
        facts.map((fact) => factOf(fact, answer.status)),
        waits ? make("p", { className: "aa-remark" }, missing.has(agreement.id) ? "Avtalets ord kunde inte laddas." : "Hämtar avtalets ord …") : "",
      );
    }

    function head() {
      const columns = agreements.map((each) =>
        make(
          "th",
          { scope: "col", role: "columnheader" },
          make("a", { href: at(each.url) }, each.name),
          make("span", { className: "aa-detail" }, each.current ? each.kind : `${each.kind} · behöver granskas på nytt`),
        ),
      );
      const first = make("th", { scope: "col", role: "columnheader" }, "Ämne");
      return make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, first, columns));
    }

    function rowOf(row) {
      const name = row.topic.url ? make("a", { href: at(row.topic.url) }, row.topic.name) : row.topic.name;
      const away = button("Dölj", () => hide(row.topic.id), { className: "aa-button aa-hide", aria: { label: `Dölj ${row.topic.name}` } });
      const label = make("span", { className: `aa-choose__verdict aa-choose__verdict--${row.verdict}` }, VERDICTS[row.verdict]);
      const th = make("th", { scope: "row", role: "rowheader" }, make("div", { className: "aa-row-head" }, name, label, away));
      const cells = row.answers.map((answer, place) => (view.short ? shortCell : cell)(agreements[place], row, answer));
      return make("tr", { role: "row", data: { topic: row.topic.id } }, th, cells);
    }

    function group(name) {
      const members = view.shown.filter((row) => row.topic.group === name);
      if (!members.length) return "";
      const th = make("th", { scope: "rowgroup", role: "rowheader", colSpan: agreements.length + 1 }, make("span", {}, name));
      return make("tbody", { role: "rowgroup" }, make("tr", { className: "aa-group", role: "row" }, th), members.map(rowOf));
    }

    const caption = make("caption", { id: "aa-valda-namn" }, agreements.map((each) => each.name).join(" · "));
    const name = `aa-table aa-table--wide aa-choose__table${view.short ? " aa-choose__table--short" : ""}`;
    const made = make("table", { className: name, role: "table" }, caption, head(), data.groups.map(group));
    return make("div", { className: "aa-scroll", role: "region", tabIndex: 0, aria: { labelledby: "aa-valda-namn" } }, made);
  }

  Object.assign(Avtalsatlas.choice, { status, remarks, refers, table });
})();

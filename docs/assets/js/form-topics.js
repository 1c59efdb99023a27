// «Nytt avtal»: the facts, topic by topic. A topic is one of three: nobody has read the text for it, the text does not answer,
// or it answers with facts.

(() => {
  const { make, button, form } = Avtalsatlas;

  /** A free id for a new fact: the topic's name as part of an address, with a number when it is taken. */
  function proposed(page, topic) {
    const taken = new Set(Object.values(page.state.topics).flat().map((fact) => fact.id));
    const plain = page.words.slug(topic.name);
    let id = plain;
    for (let number = 2; taken.has(id); number += 1) id = `${plain}-${number}`;
    return id;
  }

  // What most facts have. The rest of what any fact may have is a click away.
  const COMMON = ["id", "says", "quote", "status", "to"];

  function fact(page, topic, facts, at, redraw) {
    const holder = facts[at];
    const path = ["topics", topic.id, at];
    const fields = Object.entries(page.data.fact);
    const pick = (keep) => Object.fromEntries(fields.filter(([key]) => COMMON.includes(key) === keep && !(key in topic.fields)));
    // `to` is where a question is left; a topic that has a value of that name shows its own.
    const common = form.grid(page, holder, pick(true), path);
    const own = form.grid(page, holder, topic.fields, path);
    const more = make("details", { className: "aa-form__more" }, make("summary", {}, "Fler uppgifter: vilket ställe, hur bindande, hur ofta, belopp, lag, kommentar"), form.grid(page, holder, pick(false), path));
    const away = button("Ta bort faktumet", () => {
      facts.splice(at, 1);
      redraw();
      page.change(["topics"]);
    });
    const title = make("legend", {}, `Faktum ${at + 1}: ${topic.name}`);
    const own_title = Object.keys(topic.fields).length ? make("p", { className: "aa-form__part" }, "Värden som går att jämföra. Fyll i bara det som citatet säger.") : "";
    return make("fieldset", { className: "aa-form__fact" }, title, common, own_title, own, more, away);
  }

  /** One topic: its border, its answer, its facts. */
  function section(page, topic) {
    const { topics } = page.state;
    const told = make("span", { className: "aa-form__answer" });
    const facts = make("div");
    const silent = make("input", { type: "checkbox", id: `falt-tyst-${topic.id}` });
    const add = button("Lägg till ett faktum", () => {
      if (!Array.isArray(topics[topic.id])) topics[topic.id] = [];
      topics[topic.id].push({ id: proposed(page, topic) });
      draw();
      facts.lastElementChild.querySelector("textarea").focus();
      page.change(["topics"]);
    });
    const answer = () => (topics[topic.id] === "silent" ? "silent" : topics[topic.id]?.length ? "stated" : "unread");
    function draw() {
      page.forget(`topics.${topic.id}.`);
      const listed = Array.isArray(topics[topic.id]) ? topics[topic.id] : [];
      facts.replaceChildren(...listed.map((_, at) => fact(page, topic, listed, at, redraw)));
      silent.checked = answer() === "silent";
      silent.disabled = listed.length > 0;
      add.hidden = silent.checked;
      told.textContent = listed.length ? `${listed.length} ${listed.length === 1 ? "faktum" : "fakta"}` : page.data.statuses[answer()];
      if (!listed.length && answer() === "unread") delete topics[topic.id];
    }
    const redraw = () => {
      draw();
      add.focus();
    };
    silent.addEventListener("change", () => {
      if (silent.checked) topics[topic.id] = "silent";
      else delete topics[topic.id];
      draw();
      page.change(["topics"]);
    });
    const made = make(
      "details",
      { className: "aa-form__topic", id: `amne-${topic.id}` },
      make("summary", {}, make("b", {}, topic.name), " ", told),
      make("p", {}, topic.border),
      make("p", { className: "aa-form__silent" }, silent, make("label", { htmlFor: silent.id }, `${page.data.statuses.silent}: hela texten är läst för ämnet, och den svarar inte`)),
      facts,
      add,
    );
    draw();
    return made;
  }

  /** All topics under their groups. */
  function topics(page) {
    const groups = [...new Set(page.data.topics.map((topic) => topic.group))];
    return groups.map((group) =>
      make("section", {}, make("h3", {}, group), page.data.topics.filter((topic) => topic.group === group).map((topic) => section(page, topic))),
    );
  }

  Object.assign(form, { topics });
})();

// «Kan jag det här?»: one question at a time, with real radio buttons, an explanation, and in the end what to read again.
// Everything that it shows stands on the page already; without this file the page is a list of questions with answers.
// Nothing is stored and nothing is sent.

(() => {
  const { make, onPage } = window.Avtalsatlas;
  /** Move the focus to something that is read but not operated, as when a new question comes up. */
  const goTo = (element) => {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest", behavior: "instant" });
  };

  /** One question: its list becomes radio buttons in a form, its answer waits until the reader has answered. */
  function prepare(section, index, total, onNext) {
    const heading = section.querySelector("h2");
    const list = section.querySelector("ol");
    const answer = section.querySelector("details");
    const right = Number(section.dataset.right);
    const items = [...list.children];
    const radios = items.map((item, place) => {
      const radio = make("input", { type: "radio", name: section.id, value: String(place + 1) });
      item.replaceChildren(make("label", {}, radio, make("span", {}, ...item.childNodes)));
      return radio;
    });
    const verdict = make("p", { className: "aa-quiz__verdict", aria: { live: "polite" } });
    const act = make("button", { type: "submit", className: "aa-button aa-quiz__do" }, "Svara");
    const fieldset = make("fieldset", {}, make("legend", {}, heading), list);
    const form = make("form", { className: "aa-quiz__form", noValidate: true }, fieldset, verdict, answer, make("p", {}, act));
    section.append(form);

    const state = { right: null, section, heading, words: answer.querySelector("a.aa-clause, a.aa-quiz__words") };

    function reset() {
      state.right = null;
      radios.forEach((radio) => Object.assign(radio, { checked: false, disabled: false }));
      items.forEach((item) => item.classList.remove("aa-quiz__yes", "aa-quiz__no"));
      verdict.replaceChildren();
      answer.open = false;
      section.classList.remove("aa-quiz__told");
      act.textContent = "Svara";
    }

    function show(chosen) {
      const is = (place) => radios[place - 1].nextElementSibling.textContent;
      const from = answer.querySelector(`[data-option="${chosen}"] a`);
      state.right = chosen === right;
      items[right - 1].classList.add("aa-quiz__yes");
      if (!state.right) items[chosen - 1].classList.add("aa-quiz__no");
      verdict.replaceChildren(
        make("b", {}, state.right ? "Det stämmer." : "Det stämmer inte."),
        ...(from ? [" Så är det i ", from.cloneNode(true), "."] : []),
        state.right ? "" : ` Rätt svar är: ${is(right)}.`,
      );
      radios.forEach((radio) => (radio.disabled = true));
      answer.open = true;
      section.classList.add("aa-quiz__told");
      act.textContent = index + 1 < total ? "Nästa fråga" : "Visa hur det gick";
      // The radio button that had the focus is no longer there to be used: the way on has it now.
      act.focus({ preventScroll: true });
      act.scrollIntoView({ block: "nearest", behavior: "instant" });
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = radios.find((radio) => radio.checked);
      if (state.right !== null) onNext(index);
      else if (chosen) show(Number(chosen.value));
      else {
        verdict.textContent = "Välj ett svar först.";
        radios[0].focus();
      }
    });
    reset();
    return { ...state, reset, told: () => state.right };
  }

  /** What the reader may want to read again: help, not a grade. */
  function summarise(holder, questions) {
    const wrong = questions.filter((question) => !question.told());
    const heading = make("h2", {}, `${questions.length - wrong.length} av ${questions.length}`);
    const lines = wrong.map(({ heading: asked, words }) => {
      const link = make("a", { href: words.href }, words.textContent);
      return make("li", {}, asked.lastChild.textContent.trim(), " ", link);
    });
    const again = make("button", { type: "button", className: "aa-button aa-quiz__do" }, "Börja om");
    const lead = wrong.length ? "Här är det du kan läsa igen." : `Alla dina svar stämmer med ${holder.dataset.it}.`;
    const summary = make(
      "section",
      { className: "aa-quiz__summary" },
      heading,
      make("p", {}, lead),
      wrong.length ? make("ul", { className: "aa-list" }, lines) : "",
      make("p", {}, again),
    );
    return { summary, heading, again };
  }

  function start(holder) {
    if (holder.classList.contains("aa-quiz--live")) return;
    holder.classList.add("aa-quiz--live");
    const sections = [...holder.querySelectorAll(".aa-quiz__question")];
    let end = null;

    const turnTo = (now) => sections.forEach((section, place) => section.classList.toggle("aa-quiz__now", place === now));
    const questions = sections.map((section, place) => prepare(section, place, sections.length, next));

    function next(index) {
      if (index + 1 < sections.length) {
        turnTo(index + 1);
        goTo(questions[index + 1].heading);
        return;
      }
      turnTo(-1);
      end = summarise(holder, questions);
      end.again.addEventListener("click", restart);
      holder.append(end.summary);
      goTo(end.heading);
    }

    function restart() {
      end.summary.remove();
      questions.forEach((question) => question.reset());
      turnTo(0);
      goTo(questions[0].heading);
    }

    turnTo(0);
  }

  onPage(() => document.querySelectorAll(".aa-quiz").forEach(start));
})();

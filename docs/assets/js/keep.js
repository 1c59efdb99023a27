// Keeping what a reader has filled in: in the browser when asked, as a file to take along, or not at all. Nothing here
// sends anything anywhere. What a file holds is judged by the page that opens it (`take`), never run and never shown as HTML.

(() => {
  const { make, button } = Avtalsatlas;
  const MOST = 2_000_000;
  const PREFIX = "avtalsatlas:";
  // What stands on a page until the window closes, so that a click on a link and back loses nothing. No storage.
  const live = new Map();
  const unsaved = new Set();

  function stored(name) {
    try {
      return localStorage.getItem(PREFIX + name);
    } catch {
      return null;
    }
  }

  function store(name, text) {
    try {
      localStorage.setItem(PREFIX + name, text);
      return true;
    } catch {
      return false;
    }
  }

  function forget(name) {
    live.delete(name);
    unsaved.delete(name);
    try {
      localStorage.removeItem(PREFIX + name);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  function download(name, type, data) {
    const address = URL.createObjectURL(new Blob([data], { type }));
    const link = make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  /** A name for a file: small letters, digits and hyphens, as on every computer. */
  const plain = (words) => words.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

  /** A button that opens a file. `take(text, name)` gets its text; `fail(problem)` is told why there is none. */
  function opener(label, take, fail) {
    const input = make("input", { type: "file", accept: ".json,application/json", hidden: true });
    input.addEventListener("change", async () => {
      const [file] = input.files;
      input.value = "";
      if (!file) return;
      if (file.size > MOST) fail(`Filen är för stor (${Math.ceil(file.size / 1_000_000)} MB). Den ska vara mindre än 2 MB.`);
      else take(await file.text(), file.name);
    });
    return make("span", { className: "aa-opener" }, button(label, () => input.click()), input);
  }

  /** A list of what is wrong with a file; empties it when nothing is. */
  function problems(holder, title, found) {
    holder.replaceChildren();
    if (!found.length) return;
    holder.append(make("p", {}, make("b", {}, title)), make("ul", {}, found.map((each) => make("li", {}, each))));
  }

  /** A question with a button per answer, in `holder`; the focus goes to the first, and back to `back` afterwards. */
  function ask(holder, question, answers, back) {
    const close = (run) => () => {
      holder.replaceChildren();
      back?.focus();
      run?.();
    };
    const buttons = answers.map(([label, run]) => button(label, close(run)));
    holder.replaceChildren(make("div", { className: "aa-question-box", role: "group", aria: { label: question } }, make("p", {}, question), buttons));
    buttons[0].focus();
  }

  /**
   * The panel to keep things with. `name` is where they are kept, `text()` what a file holds, `file()` what it is called,
   * `take(text, source)` takes in what somebody opened, `cleared()` starts over.
   */
  function panel({ name, title, text, file, take, cleared, more = [] }) {
    const told = make("p", { className: "aa-keep__told", role: "status" });
    const wrong = make("div", { className: "aa-keep__wrong", role: "alert" });
    const questions = make("div");
    const tell = (words) => (told.textContent = words);
    const save = button("Spara i den här webbläsaren", () => {
      const done = store(name, text());
      if (done) unsaved.delete(name);
      tell(done ? "Sparat i den här webbläsaren. Den som använder samma webbläsare kan läsa det." : "Webbläsaren tillåter inte att något sparas. Hämta en fil i stället.");
    });
    const take_along = button("Hämta som fil", () => {
      download(file(), "application/json", text());
      unsaved.delete(name);
      tell(`Filen heter ${file()}. Du kan öppna den här igen, eller på en annan dator.`);
    });
    const open = opener("Öppna en fil", (words, from) => take(words, from), (problem) => problems(wrong, "Filen går inte att öppna.", [problem]));
    const clear = button("Rensa allt", () => {
      const really = () => {
        forget(name);
        cleared();
        problems(wrong, "", []);
        tell("Allt är rensat, också det som var sparat i webbläsaren.");
      };
      ask(questions, "Allt på sidan och i webbläsaren tas bort. Filer som du har hämtat finns kvar. Vill du rensa?", [["Nej, behåll", null], ["Ja, rensa allt", really]], clear);
    });
    const element = make(
      "section",
      { className: "aa-keep", aria: { label: title } },
      make("p", { className: "aa-keep__title" }, title),
      make("p", { className: "aa-keep__row" }, save, take_along, open, clear, more),
      questions,
      told,
      wrong,
    );
    return {
      element,
      tell,
      wrong: (heading, found) => problems(wrong, heading, found),
      ask: (question, answers, back) => ask(questions, question, answers, back ?? save),
    };
  }

  /** Remember what stands on the page while the window lives, and that it is not kept anywhere yet. */
  function changed(name, text) {
    live.set(name, text);
    unsaved.add(name);
  }

  addEventListener("beforeunload", (event) => unsaved.size && event.preventDefault());

  Avtalsatlas.keep = { stored, live: (name) => live.get(name) ?? null, changed, download, opener, plain, problems, panel };
})();

// Suggestions as one types, for the search boxes that name where they come from. Without it the
// boxes work as they are.
(() => {
  "use strict";
  const WAIT = 180;
  document.querySelectorAll("form[data-suggest]").forEach((form, number) => {
    const input = form.querySelector("input[name=q]");
    const list = document.createElement("ul");
    list.id = `suggestions-${number}`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "建议");
    list.hidden = true;
    form.append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("autocomplete", "off");
    let timer = 0;
    let current = -1;
    let asked = 0;

    const close = () => {
      list.hidden = true;
      current = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (word) => {
      input.value = word;
      close();
      form.requestSubmit();
    };
    const show = (words) => {
      list.replaceChildren(...words.map((word, place) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${place}`;
        item.setAttribute("role", "option");
        item.textContent = word;
        item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(word); });
        return item;
      }));
      list.hidden = words.length === 0;
      current = -1;
      input.setAttribute("aria-expanded", String(words.length > 0));
    };
    const ask = async () => {
      const typed = input.value.trim();
      const turn = ++asked;
      if (!typed) { close(); return; }
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`);
      if (answer.ok && turn === asked) show((await answer.json()).suggestions);
    };
    input.addEventListener("input", (event) => {
      if (event.isComposing) return;
      clearTimeout(timer);
      timer = setTimeout(() => ask().catch(close), WAIT);
    });
    input.addEventListener("compositionend", () => ask().catch(close));
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      const items = [...list.children];
      if (event.key === "Escape") { close(); return; }
      if (list.hidden || !items.length) return;
      if (event.key === "Enter" && current >= 0) { event.preventDefault(); choose(items[current].textContent); return; }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      current = (current + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length;
      items.forEach((item, place) => item.setAttribute("aria-selected", String(place === current)));
      input.setAttribute("aria-activedescendant", items[current].id);
    });
  });
})();

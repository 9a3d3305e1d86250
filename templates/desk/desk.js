// Small conveniences; every page works without them.
(function () {
  "use strict";
  // After a part of the page is swapped the focus stays on the control that was used.
  var last = null;
  document.addEventListener("htmx:beforeRequest", function (event) {
    last = event.target.id || (event.target.querySelector(":focus") || {}).id || null;
  });
  document.addEventListener("htmx:afterSettle", function () {
    var found = last && document.getElementById(last);
    if (found && document.activeElement === document.body) found.focus();
  });
  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", function (event) {
    if (event.target.method !== "post" || event.target.hasAttribute("hx-post")) return;
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "yes";
    window.setTimeout(function () { delete event.target.dataset.sent; }, 3000);
  });
  // Papers may be dropped anywhere on a page that takes some; without this the browser would open them.
  document.documentElement.classList.add("desk-js");
  var place = document.querySelector("[data-drop]");
  if (place) {
    var input = document.getElementById(place.dataset.drop);
    var chosen = document.getElementById("chosen");
    var tell = function () {
      var many = input.files.length;
      if (chosen) chosen.textContent = many ? (many === 1 ? input.files[0].name : many + " papers") + " chosen." : "";
    };
    input.addEventListener("change", tell);
    document.addEventListener("dragover", function (event) {
      event.preventDefault();
      place.classList.add("desk-drop--over");
    });
    document.addEventListener("dragleave", function (event) {
      if (!event.relatedTarget) place.classList.remove("desk-drop--over");
    });
    document.addEventListener("drop", function (event) {
      event.preventDefault();
      place.classList.remove("desk-drop--over");
      if (!event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      tell();
      input.form.requestSubmit();
    });
  }
}());

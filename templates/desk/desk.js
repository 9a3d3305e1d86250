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
}());

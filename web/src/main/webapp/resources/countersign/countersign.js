// What pages can do better with a script; every page works without it.
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('scripted');

  // The menu of a narrow screen.
  var button = document.querySelector('.menu-button');
  var menu = document.getElementById('menu');
  function setMenu(open) {
    button.setAttribute('aria-expanded', String(open));
    menu.classList.toggle('open', open);
  }
  if (button && menu) {
    button.hidden = false;
    button.addEventListener('click', function () {
      setMenu(button.getAttribute('aria-expanded') !== 'true');
    });
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && button.getAttribute('aria-expanded') === 'true') {
        setMenu(false);
        button.focus();
      }
    });
  }

  // The summary of errors takes the focus, so that it is read first.
  var errors = document.getElementById('errors');
  if (errors) {
    errors.focus();
  }

  // A link of the summary leads into the field, also one in a closed section.
  document.addEventListener('click', function (event) {
    var link = event.target.closest('.errors a[href^="#"]');
    var field = link && document.getElementById(link.getAttribute('href').substring(1));
    if (field) {
      event.preventDefault();
      var section = field.closest('details');
      if (section) {
        section.open = true;
      }
      field.focus();
    }
  });
  document.querySelectorAll('details').forEach(function (section) {
    if (section.querySelector('[aria-invalid="true"]')) {
      section.open = true;
    }
  });

  // A file that the server would refuse is refused before it is sent, with everything else still there.
  document.addEventListener('change', function (event) {
    var input = event.target;
    if (input.type === 'file' && input.dataset.most) {
      var tooLarge = Array.prototype.some.call(input.files, function (file) { return file.size > Number(input.dataset.most); });
      input.setCustomValidity(tooLarge ? input.dataset.tooLarge : '');
      input.reportValidity();
    }
  });

  // A form is sent once: a second click on a slow connection does nothing.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    setTimeout(function () { delete form.dataset.sent; }, 5000);
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; });
  });

  // Long texts are kept in this tab until they have been taken: an expired session costs nobody a text.
  var store = window.sessionStorage;
  function key(area) {
    return 'draft:' + location.pathname + location.search + '#' + area.name;
  }
  function forget(prefix) {
    Object.keys(store).filter(function (name) { return name.indexOf(prefix) === 0; })
      .forEach(function (name) { store.removeItem(name); });
  }
  try {
    if (document.querySelector('[data-done="success"]')) {
      var sent = store.getItem('sent');
      if (sent) {
        forget(sent);
      }
    }
    store.removeItem('sent');
    document.querySelectorAll('textarea').forEach(function (area) {
      var kept = store.getItem(key(area));
      if (kept && !area.value) {
        area.value = kept;
        var section = area.closest('details');
        if (section) {
          section.open = true;
        }
      }
      area.addEventListener('input', function () { store.setItem(key(area), area.value); });
    });
    document.addEventListener('submit', function (event) {
      if (event.target.classList.contains('leave')) {
        forget('draft:');
      } else if (event.target.id) {
        store.setItem('sent', 'draft:' + location.pathname + location.search + '#' + event.target.id + ':');
      }
    });
  } catch (unavailable) {
    // A browser that keeps nothing: the page works, texts are simply not kept.
  }
})();

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
    if (section.dataset.open === 'true' || section.querySelector('[aria-invalid="true"]')) {
      section.open = true;
    }
  });

  // What is shown once is copied with one click.
  document.querySelectorAll('button[data-copies]').forEach(function (copier) {
    var field = document.getElementById(copier.dataset.copies);
    copier.hidden = false;
    copier.addEventListener('click', function () {
      var said = document.getElementById(field.id + '-copied');
      field.select();
      if (navigator.clipboard) {
        navigator.clipboard.writeText(field.value).then(function () { said.textContent = copier.dataset.done; }, function () { /* It is selected. */ });
      }
    });
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

  var account = document.body.dataset.account;
  var common = {
    get: function (name) { try { return window.localStorage.getItem('countersign.' + name); } catch (none) { return null; } },
    set: function (name, value) { try { window.localStorage.setItem('countersign.' + name, value); } catch (none) { /* Only this tab knows. */ } }
  };

  // What is typed is kept in this tab until it has been taken: an expired session costs nobody a text. It belongs to the account that typed it,
  // and a sign-out, in whichever tab, ends it.
  var store = window.sessionStorage;
  function forget(test) {
    Object.keys(store).filter(function (name) { return name.indexOf('draft:') === 0 && test(name); })
      .forEach(function (name) { store.removeItem(name); });
  }
  function everyDraft() { return true; }
  function here() {
    return 'draft:' + account + ':' + location.pathname + location.search + '#';
  }
  function fields(form) {
    return Array.prototype.filter.call(form.elements, function (field) {
      return field.name && !field.disabled && !/^(hidden|password|file|submit|button|image|reset)$/.test(field.type);
    });
  }
  // A form in which somebody writes; one that only chooses is as quickly chosen again.
  function isWritten(form) {
    return form.method === 'post' && form.id && form.querySelector('textarea, input[type="text"]');
  }
  function content(form, name) {
    return fields(form).filter(function (field) { return field.name === name; }).map(function (field) {
      return field.type === 'radio' || field.type === 'checkbox' ? (field.checked ? field.value : '') : field.value;
    });
  }
  function fill(form, name, values) {
    fields(form).filter(function (field) { return field.name === name; }).forEach(function (field, i) {
      open(field.closest('details'));
      if (field.type === 'radio' || field.type === 'checkbox') {
        field.checked = Boolean(values[i]);
      } else {
        field.value = values[i];
      }
    });
  }
  function open(section) {
    for (; section; section = section.parentElement.closest('details')) {
      section.open = true;
    }
  }
  // In a form that starts from a version, what was typed belongs to that one.
  function draft(form, name) {
    return here() + name + (form.elements.latest ? '@' + form.elements.latest.value : '');
  }
  function keep(form) {
    var first = {};
    var restored = false;
    // Its rows are others than those of the form as it is opened: a name says nothing about which one was meant.
    if (form.elements.changed && form.elements.changed.value === 'true') {
      return false;
    }
    fields(form).forEach(function (field) { first[field.name] = first[field.name] || content(form, field.name); });
    Object.keys(first).forEach(function (name) {
      var kept = JSON.parse(store.getItem(draft(form, name)) || 'null');
      // Only over what stood there when it was typed: what the server shows since then is newer.
      if (kept && String(kept.was) === String(first[name]) && String(kept.is) !== String(first[name])) {
        fill(form, name, kept.is);
        restored = true;
      }
    });
    ['input', 'change'].forEach(function (kind) {
      form.addEventListener(kind, function (event) {
        var name = event.target.name;
        if (first[name]) {
          store.setItem(draft(form, name), JSON.stringify({ was: first[name], is: content(form, name), at: Date.now() }));
        }
      });
    });
    return restored;
  }
  try {
    var left = Number(common.get('left') || 0);
    forget(function (name) {
      var draft = JSON.parse(store.getItem(name));
      return account && name.indexOf('draft:' + account + ':') !== 0 || draft.at <= left;
    });
    if (document.querySelector('[data-done="success"]')) {
      var sent = store.getItem('sent');
      if (sent) {
        forget(function (name) { return name.indexOf(sent) === 0; });
      }
    }
    store.removeItem('sent');
    if (account) {
      var anyRestored = Array.prototype.filter.call(document.forms, isWritten).map(keep).some(Boolean);
      var restored = document.getElementById('restored');
      if (anyRestored && restored) {
        restored.textContent = restored.dataset.text;
      }
    }
    document.addEventListener('submit', function (event) {
      if (event.target.classList.contains('leave')) {
        forget(everyDraft);
        common.set('left', String(Date.now()));
      } else if (event.target.id) {
        store.setItem('sent', here() + event.target.id + ':');
      }
    });
  } catch (unavailable) {
    // A browser that keeps nothing: the page works, texts are simply not kept.
  }

  // Some minutes before the session ends the reader may keep it; afterwards the way leads back to this page.
  var idle = document.getElementById('idle');
  if (idle && Number(idle.dataset.seconds) > 0) {
    var said = document.getElementById('idle-said');
    var stay = document.getElementById('idle-stay');
    var again = document.getElementById('idle-again');
    var lasts = Number(idle.dataset.seconds) * 1000;
    var early = Math.min(5 * 60 * 1000, lasts / 3);
    var over = false;
    var before = null;
    var touch = function () { common.set('touched', String(Date.now())); touched = Date.now(); };
    var touched = 0;
    var clock = function (time) {
      try {
        return new Date(time).toLocaleTimeString(root.lang, { hour: 'numeric', minute: '2-digit', timeZone: idle.dataset.zone });
      } catch (unknownZone) {
        return new Date(time).toLocaleTimeString(root.lang, { hour: 'numeric', minute: '2-digit' });
      }
    };
    var say = function (text, shown) {
      var inside = idle.contains(document.activeElement);
      if (said.textContent !== text) {
        said.textContent = text;
      }
      idle.classList.toggle('shown', Boolean(text));
      // A place of the page while it says something, and nothing at all before.
      if (text) {
        idle.setAttribute('role', 'region');
        idle.setAttribute('aria-label', idle.dataset.name);
      } else {
        idle.removeAttribute('role');
        idle.removeAttribute('aria-label');
      }
      stay.hidden = shown !== stay;
      again.hidden = shown !== again;
      if (inside && shown) {
        shown.focus();
      } else if (inside) {
        (before && before.isConnected ? before : document.getElementById('main')).focus();
      }
    };
    var end = function (why) {
      over = true;
      again.href = location.href;
      say(why, again);
    };
    var look = function () {
      if (over) {
        return;
      }
      // Another tab may have been busy. The server counts from a moment before the page was here.
      var ends = Math.max(touched, Number(common.get('touched') || 0)) + lasts - 5000;
      if (Date.now() >= ends) {
        end(idle.dataset.over);
      } else if (ends - Date.now() <= early) {
        say(idle.dataset.soon.replace('{0}', clock(ends)), stay);
      } else {
        say('', null);
      }
    };
    touch();
    setInterval(look, 10000);
    document.addEventListener('visibilitychange', look);
    document.addEventListener('focusin', function (event) {
      before = idle.contains(event.target) ? before : event.target;
    });
    stay.addEventListener('click', function () {
      fetch(document.body.dataset.path + '/account/still-here', { method: 'POST', redirect: 'manual' }).then(function (answer) {
        if (answer.status === 204) {
          touch();
          look();
        } else {
          end(idle.dataset.over);
        }
      }).catch(function () { /* No connection: the notice stays, and so does the button. */ });
    });
    window.addEventListener('storage', function (event) {
      if (event.key === 'countersign.left') {
        forget(everyDraft);
        end(idle.dataset.left);
      }
    });
    if (window.PerformanceObserver) {
      new PerformanceObserver(function (list) {
        if (list.getEntries().some(function (entry) { return entry.initiatorType === 'xmlhttprequest'; })) {
          touch();
        }
      }).observe({ type: 'resource' });
    }
  }

  // Keys lead to pages, unless somebody has switched them off or is writing.
  var keys = document.getElementById('keys');
  if (keys && keys.showModal) {
    var opener = document.getElementById('keys-open');
    var on = document.getElementById('keys-on');
    var pending = 0;
    on.checked = common.get('keys') !== 'off';
    opener.hidden = false;
    opener.addEventListener('click', function () { keys.showModal(); });
    on.addEventListener('change', function () { common.set('keys', on.checked ? 'on' : 'off'); });
    document.getElementById('keys-close').addEventListener('click', function () { keys.close(); });
    document.addEventListener('keydown', function (event) {
      var writing = event.target.closest && event.target.closest('input, textarea, select, [contenteditable]');
      if (!on.checked || writing || keys.open || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
        return;
      }
      var after = pending && Date.now() - pending < 2000;
      pending = 0;
      if (after) {
        var page = document.querySelector('.menu a[data-key="' + CSS.escape(event.key) + '"]');
        if (page) {
          event.preventDefault();
          location.href = page.href;
        }
      } else if (event.key === 'g') {
        pending = Date.now();
      } else if (event.key === '/' && document.getElementById('global-search')) {
        event.preventDefault();
        document.getElementById('global-search').focus();
      } else if (event.key === '?') {
        event.preventDefault();
        keys.showModal();
      }
    });
  }
})();

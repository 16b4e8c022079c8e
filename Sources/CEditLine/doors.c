#include "CEditLine.h"

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

// The doors hand code points over as int32_t, which is what wchar_t is on Linux and macOS.
_Static_assert(sizeof(wchar_t) == sizeof(int32_t), "wchar_t must hold a code point");

struct huddle_editor {
  EditLine *line;
  HistoryW *history;
  wchar_t *prompt;
  void *context;
  huddle_next_key next;
  huddle_perform perform;
};

static int is_utf8(void) {
  const char *codeset = nl_langinfo(CODESET);
  return strcmp(codeset, "UTF-8") == 0 || strcmp(codeset, "utf8") == 0;
}

int huddle_prepare_locale(void) {
  const char *names[] = {"", "C.UTF-8", "UTF-8", "en_US.UTF-8"};
  for (int i = 0; i < 4; i++)
    if (setlocale(LC_CTYPE, names[i]) != NULL && is_utf8()) return 1;
  return 0;
}

static huddle_editor *owner(EditLine *line) {
  void *data = NULL;
  el_wget(line, EL_CLIENTDATA, &data);
  return data;
}

static wchar_t *prompt(EditLine *line) {
  static wchar_t empty[] = L"";
  huddle_editor *editor = owner(line);
  return editor->prompt != NULL ? editor->prompt : empty;
}

// On an empty line vi's `$` puts libedit's cursor before the line's start, and the next deletion its
// end, too: the crash follows later. el_wline hands out libedit's own fields.
static void mend(EditLine *line) {
  LineInfoW *info = (LineInfoW *)el_wline(line);
  if (info->lastchar < info->buffer) info->lastchar = info->buffer;
  if (info->cursor < info->buffer) info->cursor = info->buffer;
  if (info->cursor > info->lastchar) info->cursor = info->lastchar;
}

static int next_key(EditLine *line, wchar_t *key) {
  huddle_editor *editor = owner(line);
  mend(line);
  int32_t code = 0;
  int outcome = editor->next(editor->context, &code);
  *key = (wchar_t)code;
  return outcome;
}

static unsigned char perform(EditLine *line, wint_t key) {
  huddle_editor *editor = owner(line);
  return (unsigned char)editor->perform(editor->context, (int32_t)key);
}

huddle_editor *huddle_editor_open(
    const char *program, void *context, huddle_next_key next, huddle_perform act) {
  huddle_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->context = context;
  editor->next = next;
  editor->perform = act;
  editor->history = history_winit();
  editor->line = el_init(program, stdin, stdout, stderr);
  if (editor->line == NULL || editor->history == NULL) {
    huddle_editor_close(editor);
    return NULL;
  }
  HistEventW event;
  history_w(editor->history, &event, H_SETSIZE, 1000);
  el_wset(editor->line, EL_CLIENTDATA, editor);
  el_wset(editor->line, EL_SIGNAL, 0);
  el_wset(editor->line, EL_EDITOR, L"emacs");
  el_wset(editor->line, EL_PROMPT, prompt);
  el_wset(editor->line, EL_HIST, history_w, editor->history);
  el_wset(editor->line, EL_ADDFN, L"huddle-key", L"A key that huddle reads itself", perform);
  el_wset(editor->line, EL_GETCFN, next_key);
  return editor;
}

void huddle_editor_close(huddle_editor *editor) {
  if (editor == NULL) return;
  if (editor->line != NULL) el_end(editor->line);
  if (editor->history != NULL) history_wend(editor->history);
  free(editor->prompt);
  free(editor);
}

int huddle_editor_source(huddle_editor *editor, const char *path) {
  return el_source(editor->line, path);
}

int huddle_editor_is_on(huddle_editor *editor) {
  int is_on = 1;
  el_wget(editor->line, EL_EDITMODE, &is_on);
  return is_on;
}

int huddle_editor_is_vi(huddle_editor *editor) {
  const wchar_t *name = NULL;
  el_wget(editor->line, EL_EDITOR, &name);
  return name != NULL && wcscmp(name, L"vi") == 0;
}

int huddle_editor_bind(huddle_editor *editor, int alternate, int32_t key, const char *command) {
  wchar_t wide_key[3] = {0}, wide_command[64] = {0};
  // libedit reads ^ and \ in a key's name as the start of an escape.
  size_t at = 0;
  if (key == L'^' || key == L'\\') wide_key[at++] = L'\\';
  wide_key[at] = (wchar_t)key;
  if (key == 0) return -1;
  for (size_t i = 0; command[i] != 0 && i < 63; i++) wide_command[i] = (wchar_t)command[i];
  return alternate ? el_wset(editor->line, EL_BIND, L"-a", wide_key, wide_command, NULL)
                   : el_wset(editor->line, EL_BIND, wide_key, wide_command, NULL);
}

static wchar_t *copied(const int32_t *text, size_t count) {
  wchar_t *copy = malloc((count + 1) * sizeof *copy);
  if (copy == NULL) return NULL;
  if (count > 0) memcpy(copy, text, count * sizeof *copy);
  copy[count] = 0;
  return copy;
}

void huddle_editor_set_prompt(huddle_editor *editor, const int32_t *text, size_t count) {
  free(editor->prompt);
  editor->prompt = copied(text, count);
}

int huddle_editor_read(huddle_editor *editor) {
  int count = 0;
  return el_wgets(editor->line, &count) == NULL ? -1 : count;
}

const int32_t *huddle_editor_line(huddle_editor *editor, size_t *count, size_t *cursor) {
  const LineInfoW *info = el_wline(editor->line);
  *count = (size_t)(info->lastchar - info->buffer);
  *cursor = (size_t)(info->cursor - info->buffer);
  return (const int32_t *)info->buffer;
}

void huddle_editor_set_line(
    huddle_editor *editor, const int32_t *text, size_t count, size_t cursor) {
  // el_wline hands out libedit's own fields, so the cursor can be moved: el_cursor is too new.
  LineInfoW *info = (LineInfoW *)el_wline(editor->line);
  info->cursor = info->lastchar;
  el_wdeletestr(editor->line, (int)(info->lastchar - info->buffer));
  if (count > 0) huddle_editor_insert(editor, text, count);
  info = (LineInfoW *)el_wline(editor->line);
  size_t length = (size_t)(info->lastchar - info->buffer);
  info->cursor = info->buffer + (cursor < length ? cursor : length);
}

int huddle_editor_insert(huddle_editor *editor, const int32_t *text, size_t count) {
  wchar_t *copy = copied(text, count);
  if (copy == NULL) return 0;
  int failed = count > 0 && el_winsertstr(editor->line, copy) == -1;
  free(copy);
  return !failed;
}

void huddle_editor_draw(huddle_editor *editor) { el_wset(editor->line, EL_REFRESH); }

void huddle_editor_resize(huddle_editor *editor) { el_resize(editor->line); }

void huddle_editor_set_rows(huddle_editor *editor, int rows) {
  wchar_t text[8];
  swprintf(text, 8, L"%d", rows < 1 ? 1 : rows > 9999 ? 9999 : rows);
  el_wset(editor->line, EL_SETTC, L"li", text, NULL);
}

void huddle_editor_set_raw(huddle_editor *editor, int is_raw) {
  el_wset(editor->line, EL_PREP_TERM, is_raw);
}

void huddle_editor_beep(huddle_editor *editor) {
  el_beep(editor->line);
  fflush(stdout);
}

void huddle_editor_history_clear(huddle_editor *editor) {
  HistEventW event;
  history_w(editor->history, &event, H_CLEAR);
}

void huddle_editor_history_add(huddle_editor *editor, const int32_t *text, size_t count) {
  HistEventW event;
  wchar_t *copy = copied(text, count);
  if (copy == NULL) return;
  history_w(editor->history, &event, H_ENTER, copy);
  free(copy);
}

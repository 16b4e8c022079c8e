// CEditLine: one-line doors to libedit. They exist because Swift cannot call variadic C functions
// (el_wset, el_wget, history_w), cannot name stdin and stdout under strict concurrency, and should
// not see the two signatures that el_func_t has had. Only calls that Apple's libedit of 2012 also
// has are used: no el_init_fd, el_cursor, el_wreplacestr, EL_SAFEREAD.
#ifndef HUDDLE_CEDITLINE_H
#define HUDDLE_CEDITLINE_H

#include <stddef.h>
#include <stdint.h>

// An EditLine with its in-memory history, its prompt and the two functions it calls back.
typedef struct huddle_editor huddle_editor;

// What a command tells libedit to do next (CC_NORM, CC_REFRESH, CC_CURSOR, CC_NEWLINE, CC_ERROR).
enum {
  HUDDLE_NOTHING = 0,
  HUDDLE_ACCEPT = 1,
  HUDDLE_REDRAW = 4,
  HUDDLE_MOVED = 5,
  HUDDLE_REFUSE = 6,
};

// Waits for the next key: 1 with a code point, 0 when the read ends.
typedef int (*huddle_next_key)(void *context, int32_t *key);
// Performs the private command that the key stands for, and returns one of the values above.
typedef int (*huddle_perform)(void *context, int32_t key);

// Sets a UTF-8 locale for character types and returns 1, or 0 when the machine has none. Must come
// before huddle_editor_open: libedit drops letters, or crashes, in any other locale.
int huddle_prepare_locale(void);

// Opens an editor on standard input and output; NULL without memory. Signals are not its business.
huddle_editor *huddle_editor_open(
    const char *program, void *context, huddle_next_key next, huddle_perform perform);
void huddle_editor_close(huddle_editor *editor);

// Runs an .editrc; 0 when it was read.
int huddle_editor_source(huddle_editor *editor, const char *path);
// Whether editing is on (`edit off` in an .editrc turns it off), and whether the keys are vi's.
int huddle_editor_is_on(huddle_editor *editor);
int huddle_editor_is_vi(huddle_editor *editor);
// Binds one key to a command by its name, in the main map or in vi's command map.
int huddle_editor_bind(huddle_editor *editor, int alternate, int32_t key, const char *command);

// The prompt, as code points without a NUL; it is copied.
void huddle_editor_set_prompt(huddle_editor *editor, const int32_t *text, size_t count);
// Reads a line: the number of code points with the newline, or 0 or less when the read ended.
int huddle_editor_read(huddle_editor *editor);

// The line as it stands: valid until the next call of anything here.
const int32_t *huddle_editor_line(huddle_editor *editor, size_t *count, size_t *cursor);
// Puts a text in the place of the line, with the cursor before the code point of that index.
void huddle_editor_set_line(
    huddle_editor *editor, const int32_t *text, size_t count, size_t cursor);
// Inserts before the cursor; 0 when there is no memory for it.
int huddle_editor_insert(huddle_editor *editor, const int32_t *text, size_t count);

// Draws prompt and line anew from column 0 of the row that the cursor is in.
void huddle_editor_draw(huddle_editor *editor);
// Asks for the window's size again.
void huddle_editor_resize(huddle_editor *editor);
// Makes libedit believe in so many rows: it crashes when a line reaches the height it knows of.
void huddle_editor_set_rows(huddle_editor *editor, int rows);
// Turns the terminal to single keys, or back to whole lines.
void huddle_editor_set_raw(huddle_editor *editor, int is_raw);
void huddle_editor_beep(huddle_editor *editor);

// The history in memory, which the arrow keys and vi's searches walk; never libedit's own files.
void huddle_editor_history_clear(huddle_editor *editor);
void huddle_editor_history_add(huddle_editor *editor, const int32_t *text, size_t count);

#endif

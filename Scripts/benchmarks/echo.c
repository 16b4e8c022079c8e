/* The least that a line editor with a painted prompt can be: C and libedit, and nothing else. */
#include <histedit.h>
#include <locale.h>
#include <stdio.h>

static char *prompt(EditLine *editor) {
  (void)editor;
  return "\1\033[36m\1reasons> \1\033[0m\1";
}

int main(void) {
  setlocale(LC_ALL, "");
  EditLine *editor = el_init("echo", stdin, stdout, stderr);
  if (!editor) return 70;
  el_set(editor, EL_PROMPT_ESC, prompt, '\1');
  el_set(editor, EL_EDITOR, "emacs");
  int count;
  while (el_gets(editor, &count) && count > 0) {}
  el_end(editor);
  return 0;
}

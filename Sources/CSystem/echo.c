#include "CSystemEcho.h"

#include <stdlib.h>
#include <termios.h>

static int quiet = -1;

static void set(int descriptor, int is_on) {
  struct termios mode;
  if (tcgetattr(descriptor, &mode) != 0) return;
  if (is_on)
    mode.c_lflag |= ECHO;
  else
    mode.c_lflag &= ~(tcflag_t)ECHO;
  tcsetattr(descriptor, TCSANOW, &mode);
}

static void restore(void) {
  if (quiet >= 0) set(quiet, 1);
}

void huddle_set_echo(int descriptor, int is_on) {
  static int is_registered = 0;
  if (!is_on && !is_registered) is_registered = atexit(restore) == 0;
  // Nobody would bring the echo back.
  if (!is_on && !is_registered) return;
  set(descriptor, is_on);
  quiet = is_on ? -1 : descriptor;
}

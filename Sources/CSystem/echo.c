#include "CSystemEcho.h"

#include <stdlib.h>
#include <termios.h>

static const tcflag_t local_flags = ECHO | ICANON | IEXTEN;
static const tcflag_t input_flags = ICRNL | INLCR | IGNCR;

static int quiet = -1;
static struct termios before;

static void silence(int descriptor) {
  struct termios mode;
  if (tcgetattr(descriptor, &mode) != 0) return;
  if (quiet < 0) before = mode;
  // Else the terminal itself would take Ctrl-U, Ctrl-W or Ctrl-D for its own.
  mode.c_lflag &= ~local_flags;
  mode.c_iflag &= ~input_flags;
  mode.c_cc[VMIN] = 1;
  mode.c_cc[VTIME] = 0;
  if (tcsetattr(descriptor, TCSANOW, &mode) == 0) quiet = descriptor;
}

static void restore(void) {
  struct termios mode;
  if (quiet < 0 || tcgetattr(quiet, &mode) != 0) return;
  mode.c_lflag = (mode.c_lflag & ~local_flags) | (before.c_lflag & local_flags);
  mode.c_iflag = (mode.c_iflag & ~input_flags) | (before.c_iflag & input_flags);
  mode.c_cc[VMIN] = before.c_cc[VMIN];
  mode.c_cc[VTIME] = before.c_cc[VTIME];
  tcsetattr(quiet, TCSANOW, &mode);
  quiet = -1;
}

void huddle_set_echo(int descriptor, int is_on) {
  static int is_registered = 0;
  if (is_on) {
    restore();
    return;
  }
  // Without it nobody would bring the echo back.
  if (!is_registered) is_registered = atexit(restore) == 0;
  if (is_registered) silence(descriptor);
}

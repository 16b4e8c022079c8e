// libyaml: the YAML 1.1 scanner and parser behind playbooks and answer files.
#include <yaml.h>

import HuddleCLI

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

exit(Tool.run(World.real(), refusing: World.brokenArgument))

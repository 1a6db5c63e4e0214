/// Variables by which whoever sets them decides what code other programs load.
enum LoaderVariable {
  private static let prefixes = ["LD_", "DYLD_"]
  private static let names: Set = [
    "BASH_ENV", "ENV", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "NODE_OPTIONS", "PATH",
    "PERL5LIB", "PERL5OPT", "PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "RUBYLIB", "RUBYOPT",
  ]

  static func isOne(_ key: String) -> Bool {
    names.contains(key) || prefixes.contains { key.hasPrefix($0) }
  }
}

/// Variables by which whoever sets them decides what code other programs load, whom they talk to,
/// or what a flyconf among them trusts.
enum LoaderVariable {
  private static let prefixes = [
    "LD_", "DYLD_", "GIT_", "NPM_CONFIG_", "BUNDLE_", "FLYCONF_", "XDG_",
  ]
  private static let names: Set = [
    "ALL_PROXY", "BASH_ENV", "DOTNET_STARTUP_HOOKS", "EDITOR", "ENV", "GCONV_PATH", "HOME",
    "HTTPS_PROXY", "HTTP_PROXY", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "NODE_OPTIONS",
    "NODE_PATH", "OPENSSL_CONF", "PAGER", "PATH", "PROMPT_COMMAND", "PS4",
    "SHELLOPTS",
    "PERL5LIB", "PERL5OPT", "PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "RUBYLIB", "RUBYOPT",
  ]

  static func isOne(_ key: String) -> Bool {
    names.contains(key) || prefixes.contains { key.hasPrefix($0) }
  }
}

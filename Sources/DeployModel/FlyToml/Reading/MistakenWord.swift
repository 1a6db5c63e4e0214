import Documents

/// A word that is none of those which a key of fly.toml takes, and what was meant by it.
struct MistakenWord {
  let message: String
  let help: String

  /// - Parameters:
  ///   - path: The key as messages call it, such as `services.ports.handlers`.
  ///   - words: Those that it takes.
  init(_ word: String, of path: String, in words: [String]) {
    let key = path.split(separator: ".").last.map(String.init) ?? path
    if key == "size", let unsold = UnsoldMachineSize(word) {
      message = unsold.fault
      help = unsold.remedy
      return
    }
    message = "\(Quoted(word)) is no '\(path)'"
    let lowered = word.lowercased()
    help =
      (path == "services.protocol" ? Self.serviceProtocol(lowered) : nil)
      ?? Self.meant[key]?[lowered]
      ?? (words.contains("SIG" + word.uppercased())
        ? "did you mean 'SIG\(word.uppercased())'?" : nil)
      ?? Spelling.help(for: word, in: words)
  }

  /// What other tools call it, and words that are near by spelling and far by meaning.
  private static let meant: [String: [String: String]] = [
    "policy": [
      "no": "did you mean 'never'?",
      "none": "did you mean 'never'?",
      "unless-stopped": "did you mean 'always'?",
    ],
    "cpu_kind": ["dedicated": "did you mean 'performance'?"],
    "strategy": [
      "recreate": "did you mean 'immediate'?",
      "rolling-update": "did you mean 'rolling'?",
      "rollingupdate": "did you mean 'rolling'?",
    ],
    "handlers": [
      "https": "write [\"tls\", \"http\"]: two handlers make HTTPS",
      "ssl": "did you mean 'tls'?",
      "tcp": "leave handlers out: a port without them passes TCP on as it is",
      "udp": "leave handlers out, and write protocol = \"udp\" in [[services]]",
    ],
  ]

  private static func serviceProtocol(_ word: String) -> String? {
    guard ["http", "https", "tls"].contains(word) else { return nil }
    return "write 'tcp', and handlers = \(word == "http" ? "[\"http\"]" : "[\"tls\", \"http\"]") "
      + "in [[services.ports]]"
  }
}

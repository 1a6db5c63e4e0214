extension Rule {
  static let founderNotPinned = Rule(
    "FC836", "founder-not-pinned", .warning,
    "The vault is one that this machine knows, or that the run names",
    rationale: """
      Whoever replaces a whole vault by one of their own makes everything in it fit: only \
      its id tells the two apart. A pipeline names it in FLYCONF_TRUST.
      """,
    reference: "data model, Security Considerations, Access Control",
    example: .scanned(
      "vault.json",
      wrong: "flyconf check",
      right: "FLYCONF_TRUST=70aa… flyconf check"),
    .gate(.founderNotPinned))
}

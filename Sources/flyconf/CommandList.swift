import CommandKit

/// Every command, in the sections of the help.
enum CommandList {
  static let sections: [CommandSection<Action>] = [
    CommandSection(
      "Project",
      [
        .command(Init.self),
        .command(Validate.self),
        .command(Format.self),
        .command(Show.self),
        .command(Render.self),
      ]),
    CommandSection("Vault", [.group(vault), .group(identity), .group(audit)]),
    CommandSection(
      "Reference",
      [
        .command(Explain.self),
        .command(ListRules.self),
        .command(PrintSchema.self),
        .command(Help.self),
      ]),
  ]

  private static let vault = CommandGroup(
    "vault", "Verify the vault, and manage its members and keys",
    [
      .command(ResolveConflict.self)
    ])

  private static let audit = CommandGroup(
    "audit", "See who changed and who read what",
    [
      .command(ListAudit.self),
      .command(ImportAudit.self),
    ])

  private static let identity = CommandGroup(
    "identity", "Make, look at and lock the keys by which a vault knows you",
    discussion: "An identity is one line of text in a file of its own. From it come the key that "
      + "others seal for and the key that signs what you change.",
    examples: [Example("flyconf identity new", "make yours")],
    [
      .command(NewIdentity.self),
      .command(ShowIdentity.self),
      .command(LockIdentity.self),
      .command(UnlockIdentity.self),
    ])
}

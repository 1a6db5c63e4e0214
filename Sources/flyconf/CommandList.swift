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
    CommandSection(
      "Vault",
      [
        .group(secrets), .group(variables), .group(vault), .group(identity), .group(audit),
      ]),
    CommandSection(
      "Reference",
      [
        .command(Explain.self),
        .command(ListRules.self),
        .command(PrintSchema.self),
        .command(Help.self),
      ]),
  ]

  private static let secrets = CommandGroup(
    "secrets", "Seal, reveal and rotate credentials",
    discussion: "A credential is named by its service and its environment, production unless "
      + "--env says another. What is sealed can be committed: only members of the vault whose "
      + "grants cover it can open it, and every change is signed.",
    examples: [
      Example("flyconf secrets list", "what is there, and what you may do with it"),
      Example("flyconf secrets rotate session-key --generate hex:32", "a new random value"),
    ],
    [
      .command(SetSecret.self),
      .command(ListSecrets.self),
      .command(ShowSecret.self),
      .command(RotateSecret.self),
      .command(RemoveSecret.self),
    ])

  private static let variables = CommandGroup(
    "env", "Set and read the environment variables of the application",
    discussion: "A variable is named by its key and its environment, production unless --env says "
      + "another. Its value is sealed unless --plain is given.",
    examples: [Example("flyconf env list", "what is there, and what you may do with it")],
    [
      .command(SetVariable.self),
      .command(ListVariables.self),
      .command(GetVariable.self),
      .command(UnsetVariable.self),
    ])

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

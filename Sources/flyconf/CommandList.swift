import CommandKit

/// Every command, in the sections of the help.
enum CommandList {
  static let sections: [CommandSection<Action>] = [
    CommandSection(
      "Project",
      [
        .command(Init.self),
        .command(ImportFlyToml.self),
        .command(Validate.self),
        .command(Check.self),
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
        .command(PrintPipeline.self),
        .command(PrintCompletions.self),
        .command(Help.self),
        .hidden(CompleteWords.self),
      ]),
  ]

  private static let vault = CommandGroup(
    "vault", "Look after the vault: its members, its keys, and that nobody tampers with it",
    discussion: "Values are sealed with keys that only the members hold who are cleared for them, "
      + "and every change is signed. All of it stands in files that are committed to git.",
    examples: [
      Example("flyconf vault verify", "see that nobody has tampered with anything"),
      Example("flyconf vault join bob", "ask to become a member named bob"),
    ],
    [
      .command(VaultStatus.self),
      .command(VerifyVault.self),
      .command(JoinVault.self),
      .group(members),
      .command(ListExposure.self),
      .command(RotateKeys.self),
      .command(ChangeSettings.self),
      .command(ResolveConflict.self),
      .command(AcceptVault.self),
      .command(RecoverProject.self),
    ])

  private static let members = CommandGroup(
    "members", "Let people and services in, and decide what each is cleared for",
    discussion: "Who wants to join runs `flyconf vault join NAME`, and an owner adds them.",
    examples: [Example("flyconf vault members list", "who is a member")],
    [
      .command(ListMembers.self),
      .command(AddMember.self),
      .command(GrantMember.self),
      .command(ReplaceMember.self),
      .command(RemoveMember.self),
    ])

  private static let audit = CommandGroup(
    "audit", "See who changed and who read what",
    [
      .command(ListAudit.self),
      .command(ImportAudit.self),
    ])

  private static let secrets = CommandGroup(
    "secrets", "Seal, reveal and rotate credentials",
    discussion: "A credential is named by its service and its environment, production unless "
      + "--env says another. What is sealed can be committed: only members of the vault whose "
      + "grants cover it can open it, and every change is signed.",
    examples: [
      Example("flyconf secrets list", "what is there, and what you may do with it"),
      Example("flyconf secrets rotate", "give everything that is due a new value"),
    ],
    [
      .command(SetSecret.self),
      .command(ListSecrets.self),
      .command(ShowSecret.self),
      .command(RotateSecret.self),
      .command(ListDue.self),
      .command(SecretHistory.self),
      .command(ImportSecrets.self),
      .command(ExportSecrets.self),
      .command(ExecSecrets.self),
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
      .command(ImportVariables.self),
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

extension VaultFault.Kind {
  /// The rule that reports faults of the kind.
  package var rule: Rule {
    switch self {
    case .valueEdited: .sealedValueEdited
    case .entryAdded: .entryAddedByHand
    case .entryRemoved: .entryRemovedByHand
    case .fieldEdited: .coveredFieldEdited
    case .secretMadePlain: .secretMadePlain
    case .changeAltered: .changeAltered
    case .changeMissing: .changeMissing
    case .changeForeign: .changeOfAnotherVault
    case .fileUnknown: .unknownFileInLedger
    case .authorUnknown: .changeByUnknownAuthor
    case .grantMissing: .changeBeyondGrant
    case .changeNotAdmitted: .changeNotAdmitted
    case .keySwapped: .dataKeySwapped
    case .memberEdited: .memberOrSettingsEdited
    case .conflict: .vaultConflict
    case .malformed: .vaultMalformed
    case .vaultMissing: .vaultMissing
    case .vaultReplaced: .vaultReplaced
    }
  }
}

extension VaultNotice.Kind {
  /// The rule that reports notices of the kind; none for what only the machine knows.
  package var rule: Rule? {
    switch self {
    case .singleOwner: .vaultWithSingleOwner
    case .retiredKey: .sealedUnderRetiredKey
    case .rotationOnPaper: .rotationWithoutNewValue
    case .wrapsBehind: .dataKeyBehindMembers
    case .founderNotPinned, .historyUnchecked, .changeInFuture: nil
    }
  }

  /// The rule that reports, in `flyconf check`, notices that only the machine has.
  package var gateRule: Rule? {
    switch self {
    case .founderNotPinned: .founderNotPinned
    case .historyUnchecked: .historyNotChecked
    case .changeInFuture: .lastChangeInFuture
    case .singleOwner, .retiredKey, .rotationOnPaper, .wrapsBehind: nil
    }
  }
}

extension Rule {
  /// Whether the rule reports what someone not entitled to it has changed in the vault, which no
  /// option makes harmless.
  package var guardsVault: Bool { !check.vaultFaults.isEmpty }

  /// Whether the rule reports what should be known about the vault.
  package var isAboutVault: Bool {
    guardsVault || !check.vaultNotices.isEmpty || !check.gateNotices.isEmpty
  }

  /// Whether the rule reports secrets in the open, or files that may hold some.
  package var findsLeaks: Bool { !check.leakKinds.isEmpty }

  /// Whether only `flyconf check` asks the rule.
  package var isOfGate: Bool { check.isOfGate }
}

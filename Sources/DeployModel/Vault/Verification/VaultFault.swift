import Documents

/// Something that someone not entitled to it has changed, or that was broken by accident.
package struct VaultFault: Error, Hashable, Sendable {
  /// What kind of fault it is; each has a rule of its own, which explains it.
  package enum Kind: String, CaseIterable, Sendable {
    case valueEdited, entryAdded, entryRemoved, fieldEdited, secretMadePlain
    case changeAltered, changeMissing, changeForeign, fileUnknown
    case authorUnknown, grantMissing, changeNotAdmitted
    case keySwapped, memberEdited, conflict, malformed, vaultMissing
    /// The project's vault is another than the one that this machine knows.
    case vaultReplaced
  }

  /// Where the fault stands: an entry of a project file, or a file of the vault.
  package enum Place: Hashable, Sendable {
    case entry(EntityKind, index: Int, field: String?)
    case list(EntityKind)
    /// A file of the vault by its name in the project's folder.
    case file(String)
  }

  package var kind: Kind
  /// What the fault is about, for people: a name, a file, a member.
  package var subject: String
  /// Lower case, no full stop, values in single quotes; never a secret.
  package var message: String
  package var help: String?
  package var place: Place

  package init(
    _ kind: Kind, _ subject: String, _ message: String, help: String? = nil, at place: Place
  ) {
    self.kind = kind
    self.subject = subject
    self.message = message
    self.help = help
    self.place = place
  }

  static func malformedManifest(_ reason: String, _ source: SourceText) -> VaultFault {
    if source.hasMergeMarks {
      return VaultFault(
        .malformed, VaultManifest.fileName,
        "'\(VaultManifest.fileName)' has the marks of a merge that git could not finish",
        help: mergeHelp, at: .file(VaultManifest.fileName))
    }
    return VaultFault(
      .malformed, VaultManifest.fileName, "'\(VaultManifest.fileName)' is malformed: \(reason)",
      help: "restore it from git: only commands write it",
      at: .file(VaultManifest.fileName))
  }

  /// What to do about a file with marks of a merge in it.
  static let mergeHelp = "run `flyconf vault resolve`, which puts the files together by the ledger"

  /// That something else stands in the place of a file or folder of the vault.
  static func replaced(
    _ name: String, by status: FileStatus, expecting noun: String
  ) -> VaultFault {
    let kind = status.isLink ? "a symbolic link" : "no \(noun)"
    return VaultFault(
      .malformed, name, "'\(name)' is \(kind), where a \(noun) of its own should stand",
      help: "move it away, and restore the \(noun) from git", at: .file(name))
  }

  static func inChange(
    _ kind: Kind, _ name: String, _ message: String, help: String? = nil
  ) -> VaultFault {
    let path = "\(SignedChange.folderName)/\(name)"
    return VaultFault(kind, path, "the change '\(path)' \(message)", help: help, at: .file(path))
  }
}

extension SourceText {
  /// Whether git has left the marks of a conflict in the text.
  var hasMergeMarks: Bool {
    bytes.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: "<<<<<<< ".utf8) }
  }
}

import DeployModel
import Documents

/// A credential that has been rotated.
struct RotatedCredential {
  var entry: SealedEntry
  var rotation: Rotation
  var compartment: Compartment?
}

/// Rotates single credentials of a run, by one identity.
struct RotationAttempt {
  let identity: LoadedIdentity
  let isDryRun: Bool
  let options: VaultOptions
  let context: Context

  /// Gives a credential a new value, in a change of its own, which a dry run proves and does not
  /// write.
  ///
  /// - Parameter planned: The credential as it was when the run began.
  /// - Throws: `Failure` if somebody else has changed it since.
  func rotate(_ planned: SealedEntry, to value: Secret) throws -> RotatedCredential {
    let session = try VaultSession.open(isDryRun ? .reading : .writing, options, in: context)
    let present = session.verified.credentials.current.first { $0.id == planned.id }
    guard let entry = present, entry.value == planned.value else {
      throw Failure(
        .found, "\(planned.shownName) has been changed meanwhile",
        help: "look again: `flyconf secrets due`")
    }
    var draft = try session.draft(session.unlock(by: identity), isDryRun: isDryRun)
    let rotation = try draft.rotate(entry, to: value, supersededID: context.makeID())
    _ = try session.finish(draft, isDryRun: isDryRun)
    return RotatedCredential(entry: entry, rotation: rotation, compartment: entry.compartment)
  }

  /// Writes the event that a credential could not be rotated; that this fails too would say
  /// nothing new.
  func queueFailure(of entry: SealedEntry, _ failure: Failure) {
    guard !isDryRun, let session = try? VaultSession.open(.writing, options, in: context) else {
      return
    }
    _ = try? session.queue([.failed(entry, because: failure.message, at: context.clock())])
  }
}

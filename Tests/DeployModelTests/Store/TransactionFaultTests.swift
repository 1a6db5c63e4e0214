import Foundation
import Testing

@testable import DeployModel

@Suite struct TransactionFaultTests {
  private static let callsOfACommit: Int = {
    let plan = FaultPlan()
    guard let scenario = try? TransactionScenario() else { return 0 }
    try? scenario.transaction(plan.files).commit()
    return plan.calls.count
  }()

  @Test func aCommitMakesManyCallsThatCanFail() {
    #expect(Self.callsOfACommit > 40)
  }

  /// Whatever call of a commit fails, and whether the program goes on after it or not, the next
  /// command finds or makes the old state or the new one, and nothing else.
  @Test(arguments: FaultPlan.Extent.allCases, [EIO, ENOSPC])
  func leavesTheOldStateOrTheNewWhateverCallFails(
    _ extent: FaultPlan.Extent, _ code: Int32
  ) throws {
    for place in 0..<Self.callsOfACommit {
      let scenario = try TransactionScenario()
      let plan = FaultPlan(at: place, extent, code: code)
      let failure = failure { () throws(FileError) in
        try scenario.transaction(plan.files).commit()
      }
      let isDecided = failure?.help?.hasSuffix("it finishes the change") ?? true
      let wasNeeded = try scenario.isRecoveryNeeded()
      if extent == .once, !isDecided {
        #expect(wasNeeded == false, "call \(place) left something")
      }
      _ = try scenario.recover()
      let expected = isDecided ? TransactionScenario.new : TransactionScenario.old
      #expect(try scenario.scratch.files() == expected, "call \(place)")
      #expect(try scenario.isRecoveryNeeded() == false)
    }
  }

  @Test(arguments: FaultPlan.Extent.allCases)
  func leavesNoEmptyFolderIfACallFails(_ extent: FaultPlan.Extent) throws {
    for place in 0..<Self.callsOfACommit {
      let scenario = try TransactionScenario()
      let plan = FaultPlan(at: place, extent, code: EIO)
      try? scenario.transaction(plan.files).commit()
      _ = try scenario.recover()
      if try scenario.scratch.files() == TransactionScenario.old {
        #expect(try FileSystem().kind(of: scenario.scratch.path("audit")) == nil, "call \(place)")
      }
    }
  }

  /// A recovery that is itself interrupted is taken up by the next.
  @Test(arguments: FaultPlan.Extent.allCases)
  func recoversAfterARecoveryThatFailed(_ extent: FaultPlan.Extent) throws {
    for stop in stride(from: 0, to: Self.callsOfACommit, by: 4) {
      for place in 0..<1_000 {
        let scenario = try TransactionScenario()
        let stopping = FaultPlan(at: stop, .fromThenOn, code: EIO)
        let isDecided =
          failure { () throws(FileError) in
            try scenario.transaction(stopping.files).commit()
          }?.help?.hasSuffix("it finishes the change") ?? true
        let failing = FaultPlan(at: place, extent, code: EIO)
        _ = try? scenario.recover(failing.files)
        _ = try scenario.recover()
        let expected = isDecided ? TransactionScenario.new : TransactionScenario.old
        #expect(try scenario.scratch.files() == expected, "stop \(stop), call \(place)")
        if failing.calls.count <= place { break }
      }
    }
  }

  private func failure(_ body: () throws(FileError) -> Void) -> FileError? {
    do throws(FileError) {
      try body()
      return nil
    } catch {
      return error
    }
  }
}

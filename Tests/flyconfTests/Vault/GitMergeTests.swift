import DeployModel
import Foundation
import Testing

/// What two branches did, merged by git itself: different entities need no command at all, and
/// the same entity needs one.
@Suite(.serialized) struct GitMergeTests {
  @Test func twoClonesThatChangedDifferentEntitiesMerge() throws {
    try withClones { clones in
      let result = try clones.shell(
        """
        cd one && printf a2 | "$0" secrets set alpha >/dev/null && git add -A && git commit -qm one && cd ..
        cd two && printf o2 | "$0" secrets set omega --quiet >/dev/null && git add -A && git commit -qm two
        git pull -q --no-rebase --no-edit ../one main || echo conflict
        "$0" vault verify && "$0" secrets show alpha --reveal && "$0" secrets show omega --reveal
        """)
      #expect(!result.output.contains("conflict"), "\(result)")
      #expect(result.output.hasSuffix("a2o2"), "\(result)")
    }
  }

  @Test func onePersonsTwoBranchesMerge() throws {
    try withClones { clones in
      let result = try clones.shell(
        """
        cd one && git checkout -qb side
        printf a2 | "$0" secrets set alpha --quiet >/dev/null && git add -A && git commit -qm side
        git checkout -q main
        printf o2 | "$0" secrets set omega --quiet >/dev/null && git add -A && git commit -qm main
        git merge -q --no-edit side || echo conflict
        "$0" vault verify && "$0" secrets show alpha --reveal && "$0" secrets show omega --reveal
        """)
      #expect(!result.output.contains("conflict"), "\(result)")
      #expect(result.output.hasSuffix("a2o2"), "\(result)")
    }
  }

  @Test func bothSidesRotatedTheSameCredential() throws {
    for (side, value) in [("ours", "mine"), ("theirs", "other")] {
      try withClones { clones in
        let result = try clones.shell(
          """
          cd one && printf other | "$0" secrets rotate alpha --quiet >/dev/null && git add -A
          git commit -qm one && cd ../two
          printf mine | "$0" secrets rotate alpha --quiet >/dev/null && git add -A && git commit -qm two
          git pull -q --no-rebase --no-edit ../one main >/dev/null 2>&1
          "$0" vault verify >/dev/null 2>errors; echo "exit $?"
          "$0" vault resolve 2>/dev/null
          "$0" vault resolve alpha --take \(side) >/dev/null && "$0" vault verify >/dev/null
          echo "exit $?"
          git add -A && git commit -qm merged && "$0" vault verify >/dev/null; echo "exit $?"
          "$0" validate --format concise --quiet
          "$0" secrets show alpha --reveal
          """)
        #expect(result.output.hasPrefix("exit 5\ncredential 'alpha'\n"), "\(result)")
        #expect(result.output.contains("  ours: rotated by anna at "), "\(result)")
        #expect(result.output.contains("exit 0\nexit 0\n"), "\(result)")
        #expect(result.output.hasSuffix(value), "\(result)")
        #expect(!result.output.contains("error["), "\(result)")
      }
    }
  }

  @Test func aRotationCountsBesideNewKeysWithoutAChoice() throws {
    try withClones { clones in
      let result = try clones.shell(
        """
        cd one && "$0" vault rotate-keys --quiet >/dev/null && git add -A && git commit -qm one
        cd ../two && printf new | "$0" secrets rotate alpha --quiet >/dev/null && git add -A
        git commit -qm two
        git pull -q --no-rebase --no-edit ../one main >/dev/null 2>&1
        "$0" vault resolve --dry-run >/dev/null; echo "exit $?"
        "$0" vault resolve >/dev/null && "$0" vault verify >/dev/null; echo "exit $?"
        "$0" secrets show alpha --reveal
        """)
      #expect(result.output == "exit 0\nexit 0\nnew", "\(result)")
    }
  }

  @Test func saysWhatOfAnEditOnBothBranchesIsKept() throws {
    try withClones { clones in
      let result = try clones.shell(
        """
        cd one && sed -i 's/"purpose": "P"/"purpose": "One"/' flyconf/credentials.json
        git commit -qam one && cd ../two
        sed -i 's/"purpose": "P"/"purpose": "Two"/' flyconf/credentials.json && git commit -qam two
        git pull -q --no-rebase --no-edit ../one main >/dev/null 2>&1
        "$0" vault resolve --format json; "$0" vault verify >/dev/null; echo "exit $?"
        grep -c '"purpose": "Two"' flyconf/credentials.json
        """)
      #expect(result.output.contains(#""files": ["credentials.json"]"#), "\(result)")
      #expect(result.output.contains(#""kept_as_ours": ["alpha", "omega"]"#), "\(result)")
      #expect(result.output.hasSuffix("exit 0\n2\n"), "\(result)")
    }
  }

  @Test func saysThatOwnersWhoRemovedOneAnotherCannotBothBeKept() throws {
    try withClones { clones in
      let result = try clones.shell(
        """
        cd one && request=$(XDG_CONFIG_HOME=$PWD/../bob "$0" vault join bob 2>/dev/null)
        print=$(XDG_CONFIG_HOME=$PWD/../bob "$0" identity show --format json |
          sed -n 's/.*"fingerprint": "\\(.*\\)".*/\\1/p')
        "$0" vault members add bob "$request" --owner --fingerprint "$print" --quiet >/dev/null
        git add -A && git commit -qm bob && cd ../two && git pull -q ../one main && cd ../one
        XDG_CONFIG_HOME=$PWD/../bob "$0" vault members remove anna --yes --quiet >/dev/null
        git add -A && git commit -qm anna && cd ../two
        "$0" vault members remove bob --yes --quiet >/dev/null && git add -A
        git commit -qm bob
        git pull -q --no-rebase --no-edit ../one main >/dev/null 2>&1
        "$0" vault resolve anna --take theirs 2>&1; "$0" vault resolve bob --take theirs 2>&1; echo "exit $?"
        """)
      #expect(
        result.output.contains("on two branches: only one branch can be kept"), "\(result)")
      #expect(result.output.hasSuffix("exit 5\n"), "\(result)")
    }
  }

  /// Theirs is the change of who was removed, on whichever side of git it stands.
  @Test(arguments: ["two", "one"])
  func aMemberWasRemovedWhileTheySetASecret(_ merging: String) throws {
    let other = merging == "two" ? "one" : "two"
    for (side, value) in [("ours", "a1"), ("theirs", "bobs")] {
      try withClones { clones in
        let result = try clones.shell(
          """
          cd one && request=$(XDG_CONFIG_HOME=$PWD/../bob "$0" vault join bob 2>/dev/null)
          print=$(XDG_CONFIG_HOME=$PWD/../bob "$0" identity show --format json |
            sed -n 's/.*"fingerprint": "\\(.*\\)".*/\\1/p')
          "$0" vault members add bob "$request" --grant 'read_write:*:*' --fingerprint "$print" \
            --quiet >/dev/null
          git add -A && git commit -qm bob && cd ../two && git pull -q ../one main && cd ../one
          printf bobs | XDG_CONFIG_HOME=$PWD/../bob "$0" secrets set alpha --quiet >/dev/null
          git add -A && git commit -qm set && cd ../two
          "$0" vault members remove bob --yes --quiet >/dev/null && git add -A
          git commit -qm removed
          cd ../\(merging) && git pull -q --no-rebase --no-edit ../\(other) main >/dev/null 2>&1
          "$0" vault verify >/dev/null 2>errors; echo "exit $?"
          "$0" vault resolve bob --take \(side) >/dev/null && "$0" vault verify >/dev/null
          echo "exit $?"
          "$0" secrets show alpha --reveal
          """)
        #expect(result.output.hasPrefix("exit 5\nexit 0\n"), "\(result)")
        #expect(result.output.hasSuffix(value), "\(result)")
      }
    }
  }

  // MARK: Parts

  /// Two clones of a project with two credentials, each with a user's settings of git.
  private func withClones(_ body: (ProcessProject) throws -> Void) throws {
    let project = try ProcessProject()
    defer { project.remove() }
    guard try project.shell("git --version").exitCode == 0 else {
      print("skipped: no git, so that merges are not tried")
      return
    }
    let made = try project.shell(
      """
      git config --global user.name Anna && git config --global user.email anna@example.com
      git config --global init.defaultBranch main
      for name in alpha omega; do
        printf "%.1s1" $name | "$0" secrets set $name --category email --purpose P --usage U \
          --quiet
      done
      mkdir one && mv flyconf one/ && cd one && git init -q && git add -A && git commit -qm start
      cd .. && git clone -q one two && git -C one config receive.denyCurrentBranch ignore
      """)
    guard made.exitCode == 0 else { throw ProgramFailure(result: made) }
    try body(project)
  }
}

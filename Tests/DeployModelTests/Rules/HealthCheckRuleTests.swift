import Testing

@testable import DeployModel

/// FC401 to FC410, what a check says by itself.
struct HealthCheckRuleTests {
  // MARK: Data model: HTTP checks require valid endpoint path

  @Test func httpChecksRequireValidEndpointPath() throws {
    #expect(
      try LaidSample(check: #"{ "endpoint": "healthz" }"#).only
        == FindingText(
          "FC402",
          "the path 'healthz' does not begin with '/', "
            + "expected an absolute path such as '/healthz'",
          help: "write '/healthz'", at: "endpoint"))
    #expect(
      try LaidSample(check: #"{ "endpoint": null }"#).only
        == FindingText(
          "FC402", "an http check has no endpoint, expected an absolute path",
          help: "add the path to ask for, such as '/healthz'", at: "1"))
  }

  @Test(arguments: ["", "http://example.com/up", "/a b", "/a#b", "//up", "/50%"])
  func refusesAPathThatARequestCannotCarry(path: String) throws {
    #expect(try LaidSample(check: #"{ "endpoint": "\#(path)" }"#).codes == ["FC402"])
  }

  @Test(arguments: ["/", "/health?deep=1", "/a%20b", "/a/b/c"])
  func acceptsEveryAbsolutePath(path: String) throws {
    #expect(try LaidSample(check: #"{ "endpoint": "\#(path)" }"#).codes == [])
  }

  // MARK: Endpoints of the other types

  @Test func tcpChecksRequireAPort() throws {
    #expect(
      try LaidSample(check: #"{ "check_type": "tcp", "endpoint": null }"#).only
        == FindingText(
          "FC403", "a tcp check has no endpoint, expected PORT or HOST:PORT",
          help: "add the port to connect to, such as '8080'", at: "1"))
    #expect(
      try LaidSample(check: #"{ "check_type": "tcp", "endpoint": "localhost" }"#).only
        == FindingText(
          "FC403", "the address 'localhost' has no port, expected PORT or HOST:PORT",
          help: "write the port after the host, such as 'localhost:5432'", at: "endpoint"))
  }

  @Test(arguments: ["0", "65536", "/health", "tcp://db:5432", ":80"])
  func refusesATCPEndpointWithoutALegalPort(endpoint: String) throws {
    let piece = #"{ "check_type": "tcp", "endpoint": "\#(endpoint)" }"#
    #expect(try LaidSample(check: piece).codes == ["FC403"])
  }

  @Test(arguments: ["1", "65535"])
  func acceptsEveryLegalPort(endpoint: String) throws {
    let piece = #"{ "check_type": "tcp", "endpoint": "\#(endpoint)" }"#
    #expect(try LaidSample(check: piece).codes == [])
  }

  @Test func execChecksRequireACommandWithItsQuotesClosed() throws {
    func only(_ endpoint: String) throws -> FindingText {
      try LaidSample(
        check: #"{ "check_type": "exec", "endpoint": \#(endpoint), "enabled": false }"#
      ).only
    }
    #expect(
      try only("null")
        == FindingText(
          "FC404", "an exec check has no endpoint, expected a command line",
          help: "add the command to run, such as 'bin/ready --quiet'", at: "1"))
    for blank in [#""""#, #""  ""#, "\"# nothing\""] {
      #expect(
        try only(blank)
          == FindingText(
            "FC404", "the command line of an exec check has no words, expected a command",
            help: "write the command to run, such as 'bin/ready --quiet'", at: "endpoint"))
    }
    #expect(try only(#""sh -c 'x""#).code == "FC404")
    #expect(try only(#""echo \\""#).message.hasPrefix("the command ends in a backslash"))
  }

  @Test func neverQuotesACommandLine() throws {
    let piece = #"{ "check_type": "exec", "endpoint": "login --password hunter2 '" }"#
    for finding in try LaidSample(check: piece).findings {
      #expect(!finding.message.contains("hunter2"))
      #expect(finding.help?.contains("hunter2") != true)
    }
  }

  // MARK: Data model: Timeout must be less than interval

  @Test(arguments: [(59, true), (60, false), (61, false)])
  func timeoutMustBeLessThanInterval(timeout: Int, isLegal: Bool) throws {
    let sample = try LaidSample(
      check:
        """
        { "check_type": "exec", "endpoint": "up", "enabled": false, "interval": 60,
          "timeout": \(timeout) }
        """
    )
    #expect(sample.codes == (isLegal ? ["FC408"] : ["FC401"]))
  }

  @Test func saysByHowMuchATimeoutIsTooLong() throws {
    #expect(
      try LaidSample(check: #"{ "interval": 10, "timeout": 10 }"#).only
        == FindingText(
          "FC401", "timeout 10 s is not shorter than the interval of 10 s",
          help: "shorten timeout below 10, or lengthen interval", at: "timeout"))
  }

  @Test func intervalAndTimeoutAreAtLeastASecond() throws {
    #expect(
      try LaidSample(check: #"{ "interval": 0 }"#).only
        == FindingText(
          "FC405", "interval is 0 s, expected at least 1",
          help: "write the seconds from one probe to the next, such as 30", at: "interval"))
    #expect(
      try LaidSample(check: #"{ "timeout": -1 }"#).only
        == FindingText(
          "FC405", "timeout is -1 s, expected at least 1",
          help: "write the seconds that an attempt may take, such as 5", at: "timeout"))
    let both = try LaidSample(check: #"{ "interval": 0, "timeout": 0 }"#)
    #expect(both.codes == ["FC405", "FC405"])
    let one = try LaidSample(check: #"{ "interval": "0", "timeout": 0 }"#)
    #expect(one.codes == ["FC005", "FC405"])
    #expect(try LaidSample(check: #"{ "timeout": 1 }"#).codes == [])
  }

  // MARK: Data model: Retry count must be positive integer

  @Test(arguments: [0, -3])
  func retryCountMustBePositiveInteger(retries: Int) throws {
    #expect(
      try LaidSample(check: #"{ "retries": \#(retries) }"#).only
        == FindingText(
          "FC406", "retries is \(retries), expected at least 1",
          help: "write 1, or remove the field: the default is 3", at: "retries"))
  }

  @Test(arguments: ["1.5", "\"3\"", "true"])
  func retryCountIsAnInteger(retries: String) throws {
    #expect(try LaidSample(check: #"{ "retries": \#(retries) }"#).codes == ["FC005"])
  }

  @Test func alertThresholdIsAtLeastOne() throws {
    #expect(
      try LaidSample(check: #"{ "alert_threshold": 0 }"#).only
        == FindingText(
          "FC407", "alert_threshold is 0, expected at least 1",
          help: "write 1 to alert at the first failed probe", at: "alert_threshold"))
    #expect(try LaidSample(check: #"{ "alert_threshold": 1 }"#).codes == [])
  }

  // MARK: All attempts together

  @Test(arguments: [(23, true), (22, false)])
  func aProbeFitsIntoTheInterval(interval: Int, fits: Bool) throws {
    // Four attempts of 5 s and three seconds between them.
    let sample = try LaidSample(check: #"{ "interval": \#(interval), "timeout": 5, "retries": 3 }"#)
    #expect(sample.codes == (fits ? [] : ["FC408"]))
  }

  @Test func saysHowAProbeWouldFit() throws {
    #expect(
      try LaidSample(check: #"{ "interval": 20, "timeout": 10 }"#).only
        == FindingText(
          "FC408",
          "an attempt of 10 s and 3 retries can take 43 s, longer than the interval of 20 s",
          help: "lengthen interval to 43, or shorten timeout to 4", at: "interval"))
    let many = #"{ "interval": 20, "timeout": 1, "retries": 20, "enabled": false }"#
    #expect(
      try LaidSample(check: many).only.help == "lengthen interval to 41, or lower retries")
  }

  @Test func survivesTheLargestNumbers() throws {
    let largest = "\(Int.max)"
    let sample = try LaidSample(
      check: """
        { "interval": \(Int.max - 1), "timeout": \(Int.max - 2), "retries": \(largest),
          "grace_period": \(largest), "alert_threshold": \(largest), "enabled": false }
        """)
    #expect(sample.codes == ["FC408", "FC419", "FC419", "FC419"])
  }

  // MARK: expected_status, expected_body, grace_period

  @Test(arguments: [(99, false), (100, true), (599, true), (600, false)])
  func expectedStatusIsOneThatHTTPKnows(status: Int, isLegal: Bool) throws {
    let sample = try LaidSample(
      check: #"{ "expected_status": \#(status), "enabled": false }"#)
    #expect(sample.codes == (isLegal ? [] : ["FC410"]))
  }

  @Test func saysWhichStatusesThereAre() throws {
    #expect(
      try LaidSample(check: #"{ "expected_status": 2000 }"#).only
        == FindingText(
          "FC410", "expected_status is 2000, expected an HTTP status from 100 to 599",
          help: "write 200, or the status that the endpoint answers when all is well",
          at: "expected_status"))
  }

  @Test func expectedBodyIsNotEmpty() throws {
    #expect(
      try LaidSample(check: #"{ "expected_body": "" }"#).only
        == FindingText(
          "FC412", "expected_body is empty, expected a part of the answer",
          help: "write a text that a sound answer contains, or remove the field",
          at: "expected_body"))
  }

  @Test func gracePeriodIsNotNegative() throws {
    #expect(
      try LaidSample(check: #"{ "grace_period": -1 }"#).only
        == FindingText(
          "FC415", "grace_period is -1 s, expected 0 or more",
          help: "write 0 for no grace period, or remove the field: the default is 30",
          at: "grace_period"))
    #expect(try LaidSample(check: #"{ "grace_period": 0 }"#).codes == [])
  }
}

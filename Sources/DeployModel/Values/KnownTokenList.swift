extension KnownToken {
  /// The kinds known, sorted by prefix.
  static let all: [KnownToken] = [
    row("AGE-SECRET-KEY-1", 50, .uppercase, "an age secret key", .age),
    row("AIza", 35, .base64URL, "a Google API key", .google, most: 35),
    row("AKIA", 16, .uppercase, "an AWS access key id", .aws, most: 16),
    row("ASIA", 16, .uppercase, "a temporary AWS access key id", .aws, most: 16),
    row("ATATT3", 60, .base64, "an Atlassian API token", .gitleaks),
    row("FLYCONF-IDENTITY-1-", 40, .base64URL, "a flyconf identity", .flyconf),
    row("FlyV1 ", 30, .base64, "a Fly.io token", .fly),
    row("GOCSPX-", 24, .base64URL, "a Google OAuth client secret", .google),
    row("NRAK-", 27, .uppercase, "a New Relic user key", .gitleaks),
    row("PMAK-", 50, .base64URL, "a Postman API key", .gitleaks),
    row("SG.", 50, .dotted, "a SendGrid API key", .gitleaks),
    row("SK", 32, .hexadecimal, "a Twilio API key", .gitleaks, most: 32),
    row("apify_api_", 30, .alphanumeric, "an Apify token", .gitleaks),
    row("dckr_pat_", 24, .base64URL, "a Docker access token", .gitleaks),
    row("doo_v1_", 60, .hexadecimal, "a DigitalOcean OAuth token", .gitleaks, most: 64),
    row("dop_v1_", 60, .hexadecimal, "a DigitalOcean token", .gitleaks, most: 64),
    row("dor_v1_", 60, .hexadecimal, "a DigitalOcean refresh token", .gitleaks, most: 64),
    row("dp.st.", 40, .dotted, "a Doppler service token", .gitleaks),
    row("dt0c01.", 60, .dotted, "a Dynatrace token", .gitleaks),
    row("figd_", 36, .base64URL, "a Figma token", .gitleaks),
    row("fm1a_", 30, .base64, "a Fly.io token", .fly),
    row("fm1r_", 30, .base64, "a Fly.io token", .fly),
    row("fm2_", 30, .base64, "a Fly.io token", .fly),
    row("fo1_", 30, .base64URL, "a Fly.io token", .fly),
    row("gho_", 36, .alphanumeric, "a GitHub OAuth token", .github, most: 36, hasChecksum: true),
    row(
      "ghp_", 36, .alphanumeric, "a GitHub personal access token", .github, most: 36,
      hasChecksum: true),
    row("ghr_", 36, .alphanumeric, "a GitHub refresh token", .github),
    row("ghs_", 36, .alphanumeric, "a GitHub app token", .github, most: 36, hasChecksum: true),
    row("ghu_", 36, .alphanumeric, "a GitHub user token", .github, most: 36, hasChecksum: true),
    row("github_pat_", 40, .base64URL, "a GitHub personal access token", .github),
    row("glpat-", 20, .base64URL, "a GitLab personal access token", .gitlab),
    row("glptt-", 40, .hexadecimal, "a GitLab trigger token", .gitlab),
    row("glrt-", 20, .base64URL, "a GitLab runner token", .gitlab),
    row("glsa_", 32, .base64URL, "a Grafana service account token", .gitleaks),
    row("gsk_", 40, .alphanumeric, "a Groq API key", .gitleaks),
    row("hf_", 30, .alphanumeric, "a Hugging Face token", .gitleaks, most: 40),
    row("hvs.", 24, .base64URL, "a HashiCorp Vault token", .gitleaks),
    row("key-", 32, .hexadecimal, "a Mailgun API key", .gitleaks, most: 32),
    row("lin_api_", 32, .alphanumeric, "a Linear API key", .gitleaks, most: 40),
    row("lsv2_pt_", 32, .base64URL, "a LangSmith token", .gitleaks),
    row("nfp_", 32, .alphanumeric, "a Netlify token", .gitleaks),
    row("npm_", 36, .alphanumeric, "an npm token", .npm, most: 36),
    row("ntn_", 40, .alphanumeric, "a Notion token", .gitleaks),
    row("phx_", 32, .alphanumeric, "a PostHog personal API key", .gitleaks),
    row("pplx-", 40, .alphanumeric, "a Perplexity API key", .gitleaks),
    row("pscale_pw_", 32, .base64URL, "a PlanetScale password", .gitleaks),
    row("pscale_tkn_", 32, .base64URL, "a PlanetScale token", .gitleaks),
    row("pul-", 40, .hexadecimal, "a Pulumi access token", .gitleaks, most: 40),
    row("pypi-", 80, .base64URL, "a PyPI token", .pypi),
    row("r8_", 32, .alphanumeric, "a Replicate token", .gitleaks, most: 40),
    row("re_", 24, .base64URL, "a Resend API key", .gitleaks),
    row("rk_live_", 20, .alphanumeric, "a Stripe restricted key", .stripe),
    row("rk_test_", 20, .alphanumeric, "a Stripe restricted test key", .stripe),
    row("rnd_", 28, .alphanumeric, "a Render API key", .gitleaks),
    row("rubygems_", 40, .hexadecimal, "a RubyGems API key", .gitleaks, most: 48),
    row("sb_secret_", 24, .base64URL, "a Supabase secret key", .supabase),
    row("sbp_", 36, .hexadecimal, "a Supabase access token", .supabase, most: 40),
    row("shpat_", 32, .hexadecimal, "a Shopify access token", .gitleaks, most: 32),
    row("shpca_", 32, .hexadecimal, "a Shopify access token", .gitleaks, most: 32),
    row("shppa_", 32, .hexadecimal, "a Shopify access token", .gitleaks, most: 32),
    row("shpss_", 32, .hexadecimal, "a Shopify shared secret", .gitleaks, most: 32),
    row("sk-", 40, .alphanumeric, "an OpenAI API key", .gitleaks),
    row("sk-ant-", 40, .base64URL, "an Anthropic API key", .gitleaks),
    row("sk-or-v1-", 40, .hexadecimal, "an OpenRouter API key", .gitleaks),
    row("sk-proj-", 40, .base64URL, "an OpenAI project key", .gitleaks),
    row("sk-svcacct-", 40, .base64URL, "an OpenAI service account key", .gitleaks),
    row("sk_live_", 20, .alphanumeric, "a Stripe secret key", .stripe),
    row("sk_test_", 20, .alphanumeric, "a Stripe test key", .stripe),
    row("sntrys_", 40, .base64, "a Sentry token", .gitleaks),
    row("sq0csp-", 40, .base64URL, "a Square OAuth secret", .gitleaks),
    row("tskey-", 20, .base64URL, "a Tailscale key", .gitleaks),
    row("whsec_", 24, .base64, "a webhook signing secret", .stripe),
    row("xai-", 60, .alphanumeric, "an xAI API key", .gitleaks),
    row("xapp-", 20, .base64URL, "a Slack app token", .slack),
    row("xkeysib-", 64, .base64URL, "a Brevo API key", .gitleaks),
    row("xoxa-", 20, .base64URL, "a Slack token", .slack),
    row("xoxb-", 20, .base64URL, "a Slack bot token", .slack),
    row("xoxc-", 20, .base64URL, "a Slack token", .slack),
    row("xoxd-", 20, .base64, "a Slack cookie", .slack),
    row("xoxe-", 20, .base64URL, "a Slack token", .slack),
    row("xoxp-", 20, .base64URL, "a Slack user token", .slack),
    row("xoxr-", 20, .base64URL, "a Slack token", .slack),
    row("xoxs-", 20, .base64URL, "a Slack token", .slack),
    row("ya29.", 40, .base64URL, "a Google OAuth access token", .google),
  ]

  /// Who describes the forms: their issuers, and for the rest a scanner that is open source
  /// (2026-08).
  private enum Source: String {
    case age = "https://age-encryption.org/v1"
    case aws =
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
    case fly = "https://fly.io/docs/security/tokens/"
    case flyconf = "flyconf help identity"
    case github =
      "https://github.blog/engineering/platform-security/ (token formats, 2021-04-05)"
    case gitlab = "https://docs.gitlab.com/security/tokens/"
    case gitleaks = "https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml"
    case google = "https://docs.github.com/en/code-security/secret-scanning"
    case npm = "https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/"
    case pypi = "https://pypi.org/help/#apitoken"
    case slack = "https://docs.slack.dev/authentication/tokens/"
    case stripe = "https://docs.stripe.com/keys"
    case supabase = "https://supabase.com/docs/guides/api/api-keys"
  }

  private static func row(
    _ prefix: String, _ minimumBody: Int, _ alphabet: Alphabet, _ kind: String, _ source: Source,
    most maximumBody: Int? = nil, hasChecksum: Bool = false
  ) -> KnownToken {
    KnownToken(
      prefix: prefix, minimumBody: minimumBody, alphabet: alphabet, maximumBody: maximumBody,
      kind: kind, source: source.rawValue, hasChecksum: hasChecksum)
  }
}

namespace IamCore.Federation;

/// <summary>A person who comes from their identity provider to sign in (ST-074).</summary>
/// <param name="SamlAssertion">The identity provider's response in Base64, 4 to 100,000 characters.</param>
public sealed record SignInWithSaml(string SamlAssertion)
{
    /// <summary>The role and provider that the person chose; <see langword="null"/> to take the only one there is, or be told which there are.</summary>
    public SamlRolePair? Choice { get; init; }

    /// <summary>The choice; the assertion is not shown (CR-107).</summary>
    public override string ToString() => $"SignInWithSAML {Choice}";
}

namespace IamCore.Federation;

/// <summary>The parameters of <see cref="FederationService.SignInWithSamlAsync"/> (ST-074).</summary>
/// <param name="SamlAssertion">The identity provider's response in Base64, 4 to 100,000 characters.</param>
public sealed record SignInWithSaml(string SamlAssertion)
{
    /// <summary>
    /// The role and provider the person chose; <see langword="null"/> to take the only one offered, or to get the list of roles to choose
    /// from.
    /// </summary>
    public SamlRolePair? Choice { get; init; }

    /// <summary>Returns a description without the assertion (CR-107).</summary>
    public override string ToString() => $"SignInWithSAML {Choice}";
}

using Xunit.Abstractions;
using Xunit.Sdk;

namespace IamCore.Policies.Tests;

/// <summary>Names the rule of the specification that a test is about, so that searching for the rule finds the test and no rule is left without one.</summary>
[TraitDiscoverer("IamCore.Policies.Tests." + nameof(RuleDiscoverer), "IamCore.Policies.Tests")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAttribute(string id) : Attribute, ITraitAttribute
{
    /// <summary>For example <c>EV-021</c>.</summary>
    public string Id { get; } = id;
}

/// <summary>Makes the rule a trait, so that <c>dotnet test --filter Rule=EV-021</c> runs its tests.</summary>
public sealed class RuleDiscoverer : ITraitDiscoverer
{
    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) =>
        [KeyValuePair.Create("Rule", (string)traitAttribute.GetConstructorArguments().First())];
}

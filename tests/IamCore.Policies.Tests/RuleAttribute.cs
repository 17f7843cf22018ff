using Xunit.v3;

namespace IamCore.Policies.Tests;

/// <summary>
/// Names the rule of the specification that a test is about, so that searching for the rule finds the test and no rule is left without one.
/// It is a trait too: <c>dotnet test --filter Rule=EV-021</c> runs the rule's tests.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAttribute(string id) : Attribute, ITraitAttribute
{
    /// <summary>For example <c>EV-021</c>.</summary>
    public string Id { get; } = id;

    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [KeyValuePair.Create("Rule", Id)];
}

namespace IamCore.Model;

/// <summary>The definition of a quota.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="Rule">The rule that defines it.</param>
/// <param name="Name">The name used in <c>LimitExceeded</c> messages, as in AWS if known (ID-182).</param>
/// <param name="Default">The default value.</param>
/// <param name="Maximum">The highest value that can be set; equal to the default for fixed quotas.</param>
public sealed record QuotaDefinition(Quota Quota, string Rule, string Name, int Default, int Maximum)
{
    /// <summary>Whether the value can only be lowered.</summary>
    public bool IsFixed => Default == Maximum;
}

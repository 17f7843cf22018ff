namespace IamCore.Model;

/// <summary>One line of the table of quotas.</summary>
/// <param name="Quota">Which one.</param>
/// <param name="Rule">The rule that sets it.</param>
/// <param name="Name">The name in the message of <c>LimitExceeded</c>, after the service's own where it is known (ID-182).</param>
/// <param name="Default">The value where none is set.</param>
/// <param name="Maximum">The highest value that can be set; the default for fixed ones.</param>
public sealed record QuotaDefinition(Quota Quota, string Rule, string Name, int Default, int Maximum)
{
    /// <summary>Whether the value can only be lowered.</summary>
    public bool IsFixed => Default == Maximum;
}

namespace IamCore.Sessions;

/// <summary>What a caller of the management account passes to act as root of a member account for one task (ST-098).</summary>
/// <param name="TargetPrincipal">The member account's 12 digits, or its root ARN.</param>
/// <param name="TaskPolicyArn">One of the five policies under <c>root-task/</c> (ST-100).</param>
public sealed record AssumeRoot(string TargetPrincipal, string TaskPolicyArn)
{
    /// <summary>0 to 900; 0 is taken as 900.</summary>
    /// <value>900</value>
    public int DurationSeconds { get; init; } = 900;
}

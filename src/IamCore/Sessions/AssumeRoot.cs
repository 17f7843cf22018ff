namespace IamCore.Sessions;

/// <summary>
/// The parameters of <see cref="SecurityTokenService.AssumeRootAsync"/>: act as the root user of a member account for one task (ST-098).
/// </summary>
/// <param name="TargetPrincipal">The number of the member account or the ARN of its root user.</param>
/// <param name="TaskPolicyArn">The ARN of one of the five task policies, <c>arn:aws:iam::aws:policy/root-task/…</c> (ST-100).</param>
public sealed record AssumeRoot(string TargetPrincipal, string TaskPolicyArn)
{
    /// <summary>The duration of the session in seconds (0–900); 0 means 900.</summary>
    /// <value>900</value>
    public int DurationSeconds { get; init; } = 900;
}

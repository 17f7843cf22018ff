namespace IamCore.Sessions.Workloads;

/// <summary>A web identity token as configured by environment variables (ST-114).</summary>
/// <param name="File">The path of the file that contains the token (<c>AWS_WEB_IDENTITY_TOKEN_FILE</c>).</param>
/// <param name="RoleArn">The ARN of the role (<c>AWS_ROLE_ARN</c>).</param>
/// <param name="RoleSessionName">The name of the session (<c>AWS_ROLE_SESSION_NAME</c>); <see langword="null"/> if it is not set.</param>
public sealed record WebIdentitySource(string File, string RoleArn, string? RoleSessionName)
{
    internal static WebIdentitySource? Of(Func<string, string?> environment) =>
        environment("AWS_WEB_IDENTITY_TOKEN_FILE") is { Length: > 0 } file && environment("AWS_ROLE_ARN") is { Length: > 0 } role
            ? new(file, role, environment("AWS_ROLE_SESSION_NAME") is { Length: > 0 } name ? name : null) : null;
}

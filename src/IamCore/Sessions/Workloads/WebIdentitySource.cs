namespace IamCore.Sessions.Workloads;

/// <summary>What the environment says of a web identity token (ST-114).</summary>
/// <param name="File">The file that holds the token: <c>AWS_WEB_IDENTITY_TOKEN_FILE</c>.</param>
/// <param name="RoleArn">The role: <c>AWS_ROLE_ARN</c>.</param>
/// <param name="RoleSessionName">The session's name: <c>AWS_ROLE_SESSION_NAME</c>; <see langword="null"/> where it is not set.</param>
public sealed record WebIdentitySource(string File, string RoleArn, string? RoleSessionName)
{
    internal static WebIdentitySource? Of(Func<string, string?> environment) =>
        environment("AWS_WEB_IDENTITY_TOKEN_FILE") is { Length: > 0 } file && environment("AWS_ROLE_ARN") is { Length: > 0 } role
            ? new(file, role, environment("AWS_ROLE_SESSION_NAME") is { Length: > 0 } name ? name : null) : null;
}

using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Adds or replaces an inline policy of a user. The result is the user with the validator's findings about the document.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
/// <param name="PolicyName">The name of the policy; case matters.</param>
/// <param name="PolicyDocument">The policy document, stored as written.</param>
/// <example>
/// <code>
/// var saved = await account.ExecuteAsync(new PutUserPolicy("alice", "own-drafts", """
///     { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "documents:*", "Resource": "*" } }
///     """), cancellationToken);
/// foreach (var finding in saved.Findings)
/// {
///     Console.WriteLine($"{finding.Path}: {finding.Message}");
/// }
/// </code>
/// </example>
public sealed record PutUserPolicy(string UserName, string PolicyName, string PolicyDocument) : PutPolicy<IamUser>(PolicyName, PolicyDocument)
{
    internal override string IdentityName => UserName;
}

namespace Administration;

/// <summary>The policies of the story.</summary>
internal static class Documents
{
    public const string DevelopersWork = """
        { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "docs:*", "Resource": "*" } }
        """;

    public const string TestersWork = """
        { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["docs:Read*", "tests:*"], "Resource": "*" } }
        """;

    /// <summary>What nobody whom the delegated administrator makes can go beyond.</summary>
    public const string StaffBoundary = """
        { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["docs:*", "tests:*"], "Resource": "*" } }
        """;

    /// <summary>The delegated administrator makes users only with the boundary, and can neither take it away nor change it.</summary>
    public static string Delegate(string account) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["iam:CreateUser", "iam:PutUserPolicy", "iam:AttachUserPolicy", "iam:DetachUserPolicy", "iam:PutUserPermissionsBoundary"],
              "Resource": "arn:aws:iam::{{account}}:user/*",
              "Condition": { "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::{{account}}:policy/StaffBoundary" } } },
            { "Effect": "Allow", "Action": ["iam:Get*", "iam:List*", "iam:CreateLoginProfile"], "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:DeleteUserPermissionsBoundary", "Resource": "*" },
            { "Effect": "Deny", "Action": ["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:DeletePolicyVersion", "iam:DeletePolicy"],
              "Resource": ["arn:aws:iam::{{account}}:policy/StaffBoundary", "arn:aws:iam::{{account}}:policy/DelegateBoundary"] }
          ]
        }
        """;

    public static string Trusting(string service) => $$"""
        { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "{{service}}" }, "Action": "sts:AssumeRole" } }
        """;
}

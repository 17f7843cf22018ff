namespace IamCore.Model;

/// <summary>A session tag whose value is taken from an attribute of the user (ST-152).</summary>
/// <param name="Key">The tag's key.</param>
/// <param name="Source">An expression such as <c>${path:enterprise.department}</c>.</param>
public sealed record AccessControlAttribute(string Key, string Source);

package dev.sigillo.demo;

/** Public keys made for the story; nobody holds the private ones. */
final class DemoKeys {
  /** RSA, 2048 bits. */
  static final String LONG =
      "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA058kRFTUVYibC9RJ2yM1jPn+jb3Ph+JasatNL2VMFxIm"
          + "YXXzyoxzzyxs6hzv24ofxUNhCgNKiItJnFqM0OsZL60Fo8oA9++C+5JhSM8bbtQ0XdnbyAKBl7YSSPzfVFoJJORe"
          + "F2zw4DqeVSWqj877RsrdeFux0HuF0kQTczeG7jrg/NBw71yd5zjhLWJZBRTq9v72fCn9LzzjuJkxpuiy/C0if7dD"
          + "iDW/MCUb4OYOxKFBMJdW1FF8LOUHzZ+lPxL4s9C7UDB35qpHXivhfp4/rb3rwkHYhrb5Cze5w+zI9MMujyhyeyyX"
          + "57p1PJ3+1DoVBeosXrEQjHw4++cDb0YNDQIDAQAB";

  /** RSA, 1024 bits. */
  static final String SHORT =
      "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDvg7kNKCMQsT6DuqrYTuMVHLzDE6QJP+eD6v0uGgk6TiUenQ04"
          + "x+AGgU5rxIZgxqQweLl1C+iSxVHqbzanS1DHHzYVrm7giggXUZfvR4YPpKXvOKa1EycwPlhVlTK0DplJf9aCbxkO"
          + "/cXRMQMHcYFwLe2dUYj/gMLI+Kd6hNa2cwIDAQAB";

  /** Of a zone: the example of RFC 6605. */
  static final String ZONE =
      "mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==";

  private DemoKeys() {}
}

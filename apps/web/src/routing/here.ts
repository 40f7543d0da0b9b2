export interface Viewer {
  isSignedIn: boolean;
  name?: string;
  isAdmin: boolean;
}

export interface Site {
  name: string;
  url: string;
}

/** Where the reader is and who they are: what every screen may know without asking the API. */
export interface Here {
  url: URL;
  site: Site;
  viewer: Viewer;
  /** For the few scripts and styles of app mode; absent in document mode. */
  nonce: string | undefined;
}
